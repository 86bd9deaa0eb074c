package dev.springtide.order.application.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stores new orders, set-based, in the caller's transaction. */
public interface NewOrders {

    /**
     * Orders, lines and the first timeline rows.
     *
     * @return the deadline of all of them: {@code stockDeadline} from now by the database clock
     */
    Instant insert(List<NewOrder> orders, Duration stockDeadline);
}
