extension Template {
    /// Which tags found what they name and which did not; the tests hold every tag to it.
    struct Finds {
        var found: Set<String> = []
        var missing: Set<String> = []
    }

    /// Writes the page: what is shown stands on `tape`, what is round it on `frame`.
    func html(_ tape: Tape, frame: Tape) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(24_576)
        var rendering = Rendering(tape: tape, frame: frame, finds: nil)
        rendering.write(steps, to: &out)
        return out
    }

    /// The same, telling which tags found something to name.
    func finds(_ tape: Tape, frame: Tape) -> Finds {
        var out: [UInt8] = []
        var rendering = Rendering(tape: tape, frame: frame, finds: Finds())
        rendering.write(steps, to: &out)
        return rendering.finds ?? Finds()
    }

    /// Every name that a tag of the template has.
    var names: Set<String> {
        func names(_ steps: [Step]) -> Set<String> {
            steps.reduce(into: []) { result, step in
                switch step {
                case .markup: break
                case .value(let name): result.insert(name.text)
                case .section(let name, let inner), .otherwise(let name, let inner):
                    result.insert(name.text)
                    result.formUnion(names(inner))
                }
            }
        }
        return names(steps)
    }
}

private struct Rendering {
    let tape: Tape
    let frame: Tape
    var finds: Template.Finds?
    /// Where names are looked up, innermost last; the frame is the last resort.
    var scopes: [Place] = [(false, 0)]

    mutating func write(_ steps: [Template.Step], to out: inout [UInt8]) {
        for step in steps {
            switch step {
            case .markup(let bytes): out.append(contentsOf: bytes)
            case .value(let name): write(value(name), to: &out)
            case .section(let name, let inner): writeSection(name, inner, to: &out)
            case .otherwise(let name, let inner): if !isTrue(place(name)) { write(inner, to: &out) }
            }
        }
    }

    private func write(_ value: Tape.Value, to out: inout [UInt8]) {
        switch value {
        case .text(let text): out.appendHTML(text)
        case .number(let number): out.append(grouped: number)
        case .truth, .object, .list, .nothing: break
        }
    }

    private mutating func writeSection(_ name: Template.Name, _ inner: [Template.Step], to out: inout [UInt8]) {
        guard let place = place(name), isTrue(place) else { return }
        let nodes = place.isFrame ? frame.nodes : tape.nodes
        switch nodes[place.index].value {
        case .list:
            var at = place.index + 1
            while at < nodes[place.index].end {
                scopes.append((place.isFrame, at))
                write(inner, to: &out)
                scopes.removeLast()
                at = nodes[at].end
            }
        case .object, .text, .number:
            scopes.append(place)
            write(inner, to: &out)
            scopes.removeLast()
        case .truth, .nothing: write(inner, to: &out)
        }
    }

    typealias Place = (isFrame: Bool, index: Int)

    private mutating func value(_ name: Template.Name) -> Tape.Value {
        guard let place = place(name) else { return .nothing }
        return place.isFrame ? frame.nodes[place.index].value : tape.nodes[place.index].value
    }

    private mutating func place(_ name: Template.Name) -> Place? {
        guard let first = name.parts.first else { return scopes[scopes.count - 1] }
        var place: Place?
        for scope in scopes.reversed() {
            if let index = (scope.isFrame ? frame : tape).child(first, of: scope.index) {
                place = (scope.isFrame, index)
                break
            }
        }
        if place == nil { place = frame.child(first, of: 0).map { (true, $0) } }
        for part in name.parts.dropFirst() {
            guard let outer = place else { break }
            place = (outer.isFrame ? frame : tape).child(part, of: outer.index).map { (outer.isFrame, $0) }
        }
        if finds != nil {
            if place == nil { finds?.missing.insert(name.text) } else { finds?.found.insert(name.text) }
        }
        return place
    }

    private func isTrue(_ place: Place?) -> Bool {
        guard let place else { return false }
        let nodes = place.isFrame ? frame.nodes : tape.nodes
        return switch nodes[place.index].value {
        case .nothing: false
        case .truth(let truth): truth
        case .number(let number): number != 0
        case .text(let text): !text.isEmpty
        case .list: nodes[place.index].end > place.index + 1
        case .object: true
        }
    }
}

extension [UInt8] {
    /// A whole number as people read it: thousands apart.
    mutating func append(grouped number: Int) {
        let digits = Array(String(number.magnitude).utf8)
        if number < 0 { append(0x2D) }
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { append(0x2C) }
            append(digit)
        }
    }
}
