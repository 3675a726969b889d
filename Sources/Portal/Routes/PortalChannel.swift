import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// 连接: how requests come in on a connection: what can be answered at once is, and the rest goes the usual way.
struct PortalChannel: ServerChildChannel {
    let usual: HTTP1Channel
    let portal: Portal
    let limit: RateLimit?

    /// After this time without a request a connection is closed.
    private static let patience = TimeAmount.seconds(60)

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        usual.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self).handler
            let encoder = try pipeline.context(handlerType: HTTPResponseEncoder.self)
            let prompt = PromptAnswers(
                portal: portal, limit: limit, encoder: encoder, patience: PortalChannel.patience)
            try pipeline.addHandler(prompt, position: .after(decoder))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await usual.handle(value: value, logger: logger)
    }
}
