package dev.springtide.order.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class OrderLogContextTests {

    private static final String ID = "0199aa00-0000-7000-8000-000000000001";
    private final OrderLogContext context = new OrderLogContext();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void namesTheOrderWhileItsRequestIsAnswered() {
        about(ID);
        assertThat(context.preHandle(request, response, this)).isTrue();
        assertThat(MDC.get(OrderLogContext.KEY)).isEqualTo(ID);

        context.afterCompletion(request, response, this, null);
        assertThat(MDC.get(OrderLogContext.KEY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "0199aa00-0000-7000-8000-000000000001\n"})
    void namesNothingThatIsNoId(String id) {
        about(id);
        assertThat(context.preHandle(request, response, this)).isTrue();
        assertThat(MDC.get(OrderLogContext.KEY)).isNull();
    }

    @Test
    void namesNothingWhereNoOrderIsNamed() {
        assertThat(context.preHandle(request, response, this)).isTrue();
        assertThat(MDC.get(OrderLogContext.KEY)).isNull();
    }

    private void about(String id) {
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", id));
    }
}
