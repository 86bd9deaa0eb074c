package dev.springtide.order;

import dev.springtide.architecture.House;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    @Test
    void keepsToTheRingsOfAService() {
        House.under("dev.springtide.order").isAService();
    }
}
