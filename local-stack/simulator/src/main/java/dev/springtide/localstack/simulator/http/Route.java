package dev.springtide.localstack.simulator.http;

/** Answers the requests below one path prefix; called on a virtual thread of the request's own. */
@FunctionalInterface
public interface Route {

    Answer answer(Request request) throws InterruptedException;
}
