package dev.springtide.load.benchmark;

/**
 * One start of a service.
 *
 * @param seconds from exec until its readiness is UP, asked for every 20 ms
 * @param cpuSeconds of the service alone, until then
 * @param residentMb the most memory it occupied until then (RSS), in 10⁶ bytes
 */
record Start(double seconds, double cpuSeconds, double residentMb) {}
