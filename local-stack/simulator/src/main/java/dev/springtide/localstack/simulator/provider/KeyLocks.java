package dev.springtide.localstack.simulator.provider;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One caller at a time for a key; a fixed number of locks, so that keys cost no memory. */
final class KeyLocks {

    private final ReentrantLock[] stripes = new ReentrantLock[4096];

    KeyLocks() {
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    <T> T holding(String key, Supplier<T> action) {
        ReentrantLock stripe = stripes[Math.floorMod(key.hashCode() * 0x9E3779B9, stripes.length)];
        stripe.lock();
        try {
            return action.get();
        } finally {
            stripe.unlock();
        }
    }
}
