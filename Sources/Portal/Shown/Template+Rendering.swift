extension Template {
    /// Which tags found what they name and which did not; the tests hold every tag to it.
    struct Finds {
        var found: Set<String> = []
        var missing: Set<String> = []
    }

    /// Writes the page: what is shown stands on `tape`, what is round it on `frame`.
    func html(_ tape: Tape, frame: Tape) -> [UInt8] {
        let out = ByteSink(capacity: 40_000)
        var rendering = Rendering(tape: tape, frame: frame, finds: nil)
        rendering.write(steps, to: out)
        return out.bytes
    }

    /// The same, telling which tags found something to name.
    func finds(_ tape: Tape, frame: Tape) -> Finds {
        var rendering = Rendering(tape: tape, frame: frame, finds: Finds())
        rendering.write(steps, to: ByteSink(capacity: 40_000))
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

    mutating func write(_ steps: [Template.Step], to out: ByteSink) {
        for step in steps {
            switch step {
            case .markup(let bytes): out.append(bytes)
            case .value(let name): write(value(name), to: out)
            case .section(let name, let inner): writeSection(name, inner, to: out)
            case .otherwise(let name, let inner): if !isTrue(place(name)) { write(inner, to: out) }
            }
        }
    }

    private func write(_ value: Tape.Value, to out: ByteSink) {
        switch value {
        case .text(let text): out.append(html: text)
        case .number(let number): out.append(grouped: number)
        case .truth, .object, .list, .nothing: break
        }
    }

    private mutating func writeSection(_ name: Template.Name, _ inner: [Template.Step], to out: ByteSink) {
        guard let place = place(name), isTrue(place) else { return }
        let nodes = place.isFrame ? frame.nodes : tape.nodes
        switch nodes[place.index].value {
        case .list:
            var at = place.index + 1
            while at < nodes[place.index].end {
                scopes.append((place.isFrame, at))
                write(inner, to: out)
                scopes.removeLast()
                at = nodes[at].end
            }
        case .object, .text, .number:
            scopes.append(place)
            write(inner, to: out)
            scopes.removeLast()
        case .truth, .nothing: write(inner, to: out)
        }
    }

    typealias Place = (isFrame: Bool, index: Int)

    private mutating func value(_ name: Template.Name) -> Tape.Value {
        guard let place = place(name) else { return .nothing }
        return place.isFrame ? frame.nodes[place.index].value : tape.nodes[place.index].value
    }

    private mutating func place(_ name: Template.Name) -> Place? {
        guard let first = name.parts.first else { return scopes[scopes.count - 1] }
        let mark = name.marks[0]
        var place: Place?
        var depth = scopes.count
        while depth > 0 {
            depth -= 1
            let scope = scopes[depth]
            if let index = child(mark, first, of: scope) {
                place = (scope.isFrame, index)
                break
            }
        }
        if place == nil { place = frame.child(mark, first, of: 0).map { (true, $0) } }
        var part = 1
        while part < name.parts.count, let outer = place {
            place = child(name.marks[part], name.parts[part], of: outer).map { (outer.isFrame, $0) }
            part += 1
        }
        if finds != nil {
            if place == nil { finds?.missing.insert(name.text) } else { finds?.found.insert(name.text) }
        }
        return place
    }

    @inline(__always) private func child(_ mark: NameMark, _ name: [UInt8], of place: Place) -> Int? {
        place.isFrame ? frame.child(mark, name, of: place.index) : tape.child(mark, name, of: place.index)
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

extension ByteSink {
    /// A whole number as people read it: thousands apart.
    func append(grouped number: Int) {
        let digits = Array(String(number.magnitude).utf8)
        if number < 0 { append(0x2D) }
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { append(0x2C) }
            append(digit)
        }
    }
}
