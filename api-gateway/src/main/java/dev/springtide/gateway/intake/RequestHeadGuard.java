package dev.springtide.gateway.intake;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sits behind the HTTP decoder of one connection. Closes it when a request's headers take too long,
 * counted from the connection's start or the request's first byte, however steadily they trickle;
 * answers 400 to headers that cannot be read, are too long or name an unacceptable target. Runs on
 * the connection's event loop only.
 */
public final class RequestHeadGuard extends ChannelDuplexHandler {

    private final Duration patience;
    private final byte[] badRequest;
    private @Nullable Future<?> deadline;
    private boolean refused;
    private boolean decodedSomething;
    private int unanswered;

    /**
     * @param badRequest the problem document for a request that cannot be read
     */
    public RequestHeadGuard(Duration patience, byte[] badRequest) {
        this.patience = patience;
        this.badRequest = badRequest;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        expectHead(ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        headArrived();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        headArrived();
        super.channelInactive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        decodedSomething = true;
        if (message instanceof HttpRequest request) {
            headArrived();
            unanswered++;
            if (!acceptable(request)) {
                ReferenceCountUtil.release(message);
                refuse(ctx);
                return;
            }
        }
        super.channelRead(ctx, message);
    }

    /** Bytes came and made no whole head: the clock runs from the first of them. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (!decodedSomething && unanswered == 0) {
            expectHead(ctx);
        }
        decodedSomething = false;
        super.channelReadComplete(ctx);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
            throws Exception {
        if (message instanceof LastHttpContent) {
            unanswered--;
        }
        super.write(ctx, message, promise);
    }

    private static boolean acceptable(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && spoken(request.protocolVersion())
                && RequestTarget.acceptable(request.uri());
    }

    private static boolean spoken(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private void expectHead(ChannelHandlerContext ctx) {
        if (deadline == null) {
            deadline =
                    ctx.executor()
                            .schedule(() -> close(ctx), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void headArrived() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void refuse(ChannelHandlerContext ctx) {
        refused = true;
        if (unanswered > 1) {
            close(ctx);
            return;
        }
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.BAD_REQUEST,
                        Unpooled.wrappedBuffer(badRequest));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, badRequest.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private static void close(ChannelHandlerContext ctx) {
        ctx.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
