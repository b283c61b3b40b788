package org.signpost.web.adviser;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.UnmetQuestion;
import org.signpost.review.AnswerDraft;
import org.signpost.review.Gap;
import org.signpost.review.Gaps;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what visitors ask in vain. */
@RestController
@Tag(name = "gaps")
class GapController {

	private final Gaps gaps;

	GapController(Gaps gaps) {
		this.gaps = gaps;
	}

	@GetMapping(path = "/api/gaps", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "What visitors ask in vain, what is asked often and of late first",
			description = "Questions that ended as NOT_COVERED or OUT_OF_SCOPE, that were asked back and not replied to"
					+ " for ten minutes, or whose answer was rated 1 or 2: the newest " + Gaps.LOOKED_AT
					+ " of them, grouped by meaning. A group's rank is the sum over its questions of a half for each 30"
					+ " days of their age. Each has its most typical wording and the beginnings of a curated answer, which"
					+ " counts as a mistake until an editor has written the answer.")
	ResponseEntity<List<GapView>> gaps(@RequestParam(required = false) @Parameter(
			description = "asked then or later: a day in London (2026-11-21) or a moment (2026-11-21T09:30:00Z)",
			schema = @Schema(type = "string")) @Nullable String from,
			@RequestParam(required = false) @Parameter(description = "asked before that, a day or a moment",
					schema = @Schema(type = "string")) @Nullable String before,
			@RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(
					description = "where the page before ended, as its header Link has it",
					schema = @Schema(type = "string")) @Nullable String after) {
		var begin = Moments.find("from", from);
		var end = Moments.find("before", before);
		return Page.of(this.gaps.find(begin, end, position(after), limit + 1), limit, (last) -> last.position().text())
			.map(GapView::of)
			.response(limit, parameters(begin, end));
	}

	private static Gap.@Nullable Position position(@Nullable String after) {
		return (after != null && !after.isEmpty()) ? Gap.Position.parse(after).orElseThrow(Positions::problem) : null;
	}

	private static Map<String, List<String>> parameters(@Nullable Instant from, @Nullable Instant before) {
		var parameters = new TreeMap<String, List<String>>();
		parameters.put("from", Stream.ofNullable(from).map(Instant::toString).toList());
		parameters.put("before", Stream.ofNullable(before).map(Instant::toString).toList());
		return parameters;
	}

	record GapView(String question, int count, int conversations, Instant first, Instant last,
			Map<Outcome, Integer> outcomes, List<DayCount> days, List<GapQuestion> questions, AnswerDraft answer) {

		static GapView of(Gap gap) {
			return new GapView(gap.question(), gap.count(), gap.conversations(), gap.first(), gap.last(),
					gap.outcomes(),
					gap.days().entrySet().stream().map((day) -> new DayCount(day.getKey(), day.getValue())).toList(),
					gap.questions().stream().map(GapQuestion::of).toList(), gap.draft());
		}

	}

	record DayCount(LocalDate day, int count) {
	}

	record GapQuestion(UUID conversation, int turn, String question, Instant asked, Outcome outcome,
			@Nullable Integer rating) {

		static GapQuestion of(UnmetQuestion question) {
			return new GapQuestion(question.conversation(), question.turn(), question.question(), question.asked(),
					question.outcome(), question.stars());
		}

	}

}
