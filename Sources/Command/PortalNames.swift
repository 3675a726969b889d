import Portal

/// The portal's answer to a search, which the index has its own of the same name.
typealias PublicSearchAnswer = SearchAnswer
