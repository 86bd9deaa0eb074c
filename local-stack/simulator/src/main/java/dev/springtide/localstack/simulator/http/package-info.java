/** The little HTTP that the simulator needs: JSON in, JSON out, loopback only. */
@NullMarked
package dev.springtide.localstack.simulator.http;

import org.jspecify.annotations.NullMarked;
