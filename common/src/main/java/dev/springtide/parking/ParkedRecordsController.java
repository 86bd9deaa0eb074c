package dev.springtide.parking;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import dev.springtide.web.Caller;
import dev.springtide.web.Cursor;
import dev.springtide.web.Page;
import dev.springtide.web.PageLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parked records for operators. */
@RestController
@RequestMapping("/api/v1/admin/{service}/parked-records")
class ParkedRecordsController {

    private final ParkedRecords records;
    private final String ownService;

    ParkedRecordsController(ParkedRecords records, String ownService) {
        this.records = records;
        this.ownService = ownService;
    }

    /** Why a record is given up. */
    record Discard(@NotBlank @Size(max = 200) String reason) {}

    @ModelAttribute
    void isThisService(@PathVariable String service) {
        if (!service.equals(ownService)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such service here.");
        }
    }

    @GetMapping
    Page<ParkedRecordView> list(
            @RequestParam(defaultValue = "PARKED") ParkedRecord.Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = PageLimit.parse(limit);
        List<ParkedRecord> found = records.list(status, below(cursor), size + 1);
        List<ParkedRecord> page = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                page.stream().map(ParkedRecordView::summary).toList(),
                found.size() > size ? Cursor.encode(Long.toString(page.getLast().id())) : null);
    }

    @GetMapping("/{id}")
    ParkedRecordView show(@PathVariable long id) {
        return ParkedRecordView.whole(records.get(id));
    }

    @PostMapping("/{id}/replay")
    ReplayResult replay(@PathVariable long id, Caller caller) {
        return records.replay(id, caller.subject());
    }

    @PostMapping("/{id}/discard")
    ParkedRecordView discard(
            @PathVariable long id, @RequestBody @Valid Discard discard, Caller caller) {
        return ParkedRecordView.whole(records.discard(id, caller.subject(), discard.reason()));
    }

    private static long below(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
