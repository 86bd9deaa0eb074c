package dev.springtide.order;

import dev.springtide.architecture.House;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheRingsOfAService() {
        House.under("dev.springtide.order").isAService();
    }
}
