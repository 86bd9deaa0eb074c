package dev.springtide.web;

import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The framework's rule for the text of headers without its regular expressions, which took one part
 * in fifteen of the CPU time of order-service.
 */
final class HeaderText {

    private HeaderText() {}

    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(HeaderText::isName);
        firewall.setAllowedHeaderValues(HeaderText::isValue);
        return firewall;
    }

    static boolean isName(String text) {
        return isPrintable(text, false);
    }

    static boolean isValue(String text) {
        return isPrintable(text, true);
    }

    private static boolean isPrintable(String text, boolean withTabs) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean printable =
                    Character.isDefined(character) && !Character.isISOControl(character);
            if (!printable && !(withTabs && character == '\t')) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }
}
