package dev.springtide.payment;

import dev.springtide.architecture.House;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsToTheHouseRules() {
        House.under("dev.springtide.payment").isAService();
    }
}
