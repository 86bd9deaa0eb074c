package dev.springtide.gateway.admission;

import java.util.concurrent.Semaphore;

/** The places for requests that wait for the outcome of an order. */
final class Outcomes {

    private final int places;
    private final Semaphore free;

    Outcomes(int places) {
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** Whether there was a place, which has to be left then. */
    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    int taken() {
        return places - free.availablePermits();
    }
}
