package dev.springtide.gateway.admission;

import org.springframework.http.HttpMethod;

/**
 * What is given up last comes first. Of what a service may have in flight altogether, the first may
 * fill all, the others leave room for those before them.
 */
enum Priority {
    /** What changes something: a checkout, a cancellation, a provider's event. */
    CHECKOUT(1.0),
    /** One order or payment, which somebody waits for. */
    STATUS(0.9),
    BROWSE(0.75),
    /** Lists, searches and administration. */
    BULK(0.5);

    private static final String API = "/api/v1/";

    private final double share;

    Priority(double share) {
        this.share = share;
    }

    /** How many may be in flight altogether for one more of this priority to be admitted. */
    int room(int limit) {
        return (int) Math.ceil(limit * share);
    }

    static Priority of(HttpMethod method, String path) {
        String[] segments = path.substring(Math.min(path.length(), API.length())).split("/", -1);
        String first = segments[0];
        if (first.equals("admin") || first.equals("inventory")) {
            return BULK;
        }
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            return CHECKOUT;
        }
        if (first.equals("products")) {
            return BROWSE;
        }
        return segments.length > 1 ? STATUS : BULK;
    }
}
