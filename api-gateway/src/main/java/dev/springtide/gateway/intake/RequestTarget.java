package dev.springtide.gateway.intake;

/** Which request targets are let in: absolute paths that every server reads in the same way. */
final class RequestTarget {

    private static final String PATH_ALLOWED = "-._~!$&'()*+,=:@/";
    private static final String QUERY_ALLOWED = PATH_ALLOWED + "?";

    private RequestTarget() {}

    /**
     * Refuses whatever another server might resolve to another path: dot segments, empty segments,
     * path parameters, encoded slashes, backslashes, percent signs, dots and control characters.
     */
    static boolean acceptable(String target) {
        if (target.isEmpty() || target.charAt(0) != '/') {
            return false;
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path.contains("//") || path.contains("/./") || path.contains("/../")) {
            return false;
        }
        if (path.endsWith("/.") || path.endsWith("/..")) {
            return false;
        }
        return legal(path, PATH_ALLOWED, true)
                && (query < 0 || legal(target.substring(query + 1), QUERY_ALLOWED, false));
    }

    private static boolean legal(String text, String allowed, boolean path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int octet = octet(text, i);
                if (octet < 0 || (path && ambiguous(octet)) || octet == 0) {
                    return false;
                }
                i += 2;
            } else if (!alphanumeric(c) && allowed.indexOf(c) < 0 && (path || c != ';')) {
                return false;
            }
        }
        return true;
    }

    private static int octet(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(percent + 1), 16);
        int low = Character.digit(text.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean ambiguous(int octet) {
        return octet < 0x20
                || octet == 0x7f
                || octet == '/'
                || octet == '\\'
                || octet == '.'
                || octet == ';'
                || octet == '%';
    }

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
