package dev.springtide.payment.application;

import dev.springtide.payment.domain.PaymentNotice;
import java.util.List;

/** Tells the orders what became of their payments, if and only if the transaction commits. */
@FunctionalInterface
public interface PaymentNotices {

    void announce(List<PaymentNotice> notices);
}
