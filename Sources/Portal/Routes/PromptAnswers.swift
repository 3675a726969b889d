import NIOCore
import NIOHTTP1

/// 即答: the files of companies, which most visitors ask for, answered where the request is read; everything else, and
/// everything out of the ordinary, goes on the usual way. Both give the same bytes.
final class PromptAnswers: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let portal: Portal
    private let limit: RateLimit?
    private let encoder: ChannelHandlerContext
    private let patience: TimeAmount
    private var address: String?
    private var wishes = Wishes()
    private var heads: [AnswerHead] = []
    private var date = AnswerDate()
    /// How many requests went the usual way and are not answered yet: what comes after them has to wait its turn there.
    private var waiting = 0
    private var isBeingRead = false
    /// Whether the rest of the request is of no use any more.
    private var isAnswered = false
    /// What still comes of a request that has its answer.
    private var rest = AnsweredRest()
    private var hasWritten = false
    private var lastRead = NIODeadline.now()
    private var watch: Scheduled<Void>?

    init(portal: Portal, limit: RateLimit?, encoder: ChannelHandlerContext, patience: TimeAmount) {
        self.portal = portal
        self.limit = limit
        self.encoder = encoder
        self.patience = patience
    }

    func handlerAdded(context: ChannelHandlerContext) { watchIdleness(context, for: patience) }

    func handlerRemoved(context: ChannelHandlerContext) { watch?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            lastRead = .now()
            if waiting == 0, let bytes = answer(head, context) {
                isAnswered = true
                hasWritten = true
                encoder.write(NIOAny(IOData.byteBuffer(bytes)), promise: nil)
                return
            }
            isAnswered = false
            isBeingRead = true
            rest = AnsweredRest()
            waiting += 1
        case .body(let bytes):
            lastRead = .now()
            if isAnswered { return }
            if waiting == 0, !rest.takes(bytes.readableBytes, at: Int(lastRead.uptimeNanoseconds / 1_000_000_000)) {
                context.close(promise: nil)
                return
            }
        case .end:
            if isAnswered { return }
            isBeingRead = false
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            encoder.flush()
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            waiting -= 1
            lastRead = .now()
        }
        context.write(data, promise: promise)
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) -> ByteBuffer? {
        // What a visitor does not take off our hands is not added to: the usual way waits for him.
        guard let seconds = portal.surroundings.seconds, portal.desk.threads == nil, head.method == .GET,
            head.version == .http1_1, let target = PromptTarget(head.uri), context.channel.isWritable,
            let asked = PromptHeaders(head.headers)
        else { return nil }
        let start = portal.surroundings.milliseconds()
        wishes.take(asked)
        guard let form = target.isInterface ? .json : wishes.form, form == .json || form == .page else { return nil }
        let address = limit == nil ? "" : address(asked, context)
        if let limit, limit.take(address, at: start) != nil { return nil }
        guard
            let answer = try? portal.file(
                of: target.key, in: form, language: wishes.language, isPacked: wishes.packs, asked: head.uri)
        else {
            limit?.giveBack(address)
            return nil
        }
        let isSecure = portal.settings.isSecure(forwarded: asked.scheme)
        let bytes = beginning(of: answer, isSecure: isSecure).response(
            answer, isPacked: wishes.packs, date: date.text(seconds()), in: context.channel.allocator)
        portal.surroundings.answered?(
            AnswerNote(
                method: "GET", route: (target.isInterface ? "/api/v1" : "") + PromptTarget.pattern, status: 200,
                size: bytes.size, took: portal.surroundings.milliseconds() - start))
        return bytes.buffer
    }

    private func address(_ asked: PromptHeaders, _ context: ChannelHandlerContext) -> String {
        if let forwarded = portal.settings.address(forwarded: asked.forwarded) { return forwarded }
        if let address { return address }
        let own = context.channel.remoteAddress?.ipAddress ?? ""
        address = own
        return own
    }

    private func beginning(of answer: Answer, isSecure: Bool) -> AnswerHead {
        if let known = heads.first(where: { $0.fits(answer, isSecure: isSecure) }) { return known }
        let head = AnswerHead(answer, isSecure: isSecure)
        heads.append(head)
        return head
    }

    /// Closes a connection on which nothing was asked for too long and nothing is under way.
    private func watchIdleness(_ context: ChannelHandlerContext, for time: TimeAmount) {
        watch = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: time) {
            let left = self.lastRead + self.patience - NIODeadline.now()
            if self.waiting > 0, !self.isBeingRead {
                self.watchIdleness(context, for: self.patience)
            } else if left > .nanoseconds(0) {
                self.watchIdleness(context, for: left)
            } else {
                context.close(promise: nil)
            }
        }
    }

    /// What a connection's visitor wishes; the same programs and browsers ask again and again in the same words.
    private struct Wishes {
        private(set) var form: AnswerForm? = .page
        private(set) var language = AskedLanguage(nil, wishes: nil)
        private(set) var packs = false
        private var asked = PromptHeaders()

        mutating func take(_ headers: PromptHeaders) {
            if headers.accept != asked.accept {
                form = AskedForm.choose(accept: headers.accept, isInterface: false)
            }
            if headers.languages != asked.languages { language = AskedLanguage(nil, wishes: headers.languages) }
            if headers.encodings != asked.encodings { packs = AnswerHeaders.packs(headers.encodings) }
            asked = headers
        }
    }
}
