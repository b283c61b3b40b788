package org.signpost.web.adviser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationFilter;
import org.signpost.conversation.ConversationList;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.SoughtWords;
import org.signpost.knowledge.Nation;
import org.signpost.web.ProblemException;
import org.signpost.web.QuestionText;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists conversations, shows what was said in one, and erases it. */
@RestController
@RequestMapping(path = "/api/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "conversations")
class ConversationController {

	private final Conversations conversations;

	private final ConversationList list;

	ConversationController(Conversations conversations, ConversationList list) {
		this.conversations = conversations;
		this.list = list;
	}

	@GetMapping
	@Operation(summary = "Conversations by time, outcome, rating, intent, nation and words, those begun last first",
			description = "Lists the conversations in which one question fits everything asked for, with these questions"
					+ " (of more than ten the last ten) but without a word of them unless questions=true. Several values of"
					+ " one parameter mean any of them: rating=1&rating=2, or rating=1,2. While words are looked for, a page"
					+ " may have fewer conversations than asked for, or none, and still lead on to a next one.")
	ResponseEntity<List<ConversationSummaryView>> list(@RequestParam(required = false) @Parameter(
			description = "asked then or later: a day in London (2026-11-21) or a moment (2026-11-21T09:30:00Z)",
			schema = @Schema(type = "string")) @Nullable String from,
			@RequestParam(required = false) @Parameter(description = "asked before that, a day or a moment",
					schema = @Schema(type = "string")) @Nullable String before,
			@RequestParam(defaultValue = "") @Parameter(description = "how the question ended") Set<Outcome> outcome,
			@RequestParam(defaultValue = "") @Parameter(
					description = "how the answer was rated, 1 to 5") Set<@Min(1) @Max(5) Integer> rating,
			@RequestParam(defaultValue = "") @Parameter(
					description = "the most likely intent, by its name") Set<String> intent,
			@RequestParam(defaultValue = "") @Parameter(
					description = "the nation it was answered for") Set<Nation> nation,
			@RequestParam(defaultValue = "") @Parameter(
					description = "words that the question has, case and accents aside; a part that a word begins with will do",
					schema = @Schema(type = "string", maxLength = QuestionText.MAX_LENGTH)) String words,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "whether to tell the questions, personal data masked") boolean questions,
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(
					description = "where the page before ended, as its header Link has it",
					schema = @Schema(type = "string")) @Nullable String after) {
		var filter = new ConversationFilter(Moments.find("from", from), Moments.find("before", before), given(outcome),
				given(rating), given(intent.stream().map(QuestionText::tidy).collect(Collectors.toSet())),
				given(nation), sought(words));
		var found = this.list.find(filter, Positions.find(after), limit, questions);
		return new Page<>(found.conversations(), (found.next() != null) ? found.next().text() : null)
			.map(ConversationSummaryView::of)
			.response(limit, parameters(filter, words, questions));
	}

	/** Without what stands between two commas with nothing between them. */
	private static <T> Set<T> given(Set<T> values) {
		return values.stream()
			.filter((value) -> Objects.nonNull(value) && !value.toString().isEmpty())
			.collect(Collectors.toSet());
	}

	private static SoughtWords sought(String words) {
		if (QuestionText.isTooLong(words)) {
			throw ProblemException.badField("words",
					"The parameter \"words\" has more than " + QuestionText.MAX_LENGTH + " characters.");
		}
		return SoughtWords.of(words);
	}

	private static Map<String, List<String>> parameters(ConversationFilter filter, String words, boolean questions) {
		var parameters = new TreeMap<String, List<String>>();
		parameters.put("from", Stream.ofNullable(filter.from()).map(Instant::toString).toList());
		parameters.put("before", Stream.ofNullable(filter.before()).map(Instant::toString).toList());
		parameters.put("outcome", filter.outcomes().stream().map(Outcome::name).sorted().toList());
		parameters.put("rating", filter.stars().stream().map(String::valueOf).sorted().toList());
		parameters.put("intent", filter.intents().stream().sorted().toList());
		parameters.put("nation", filter.nations().stream().map(Nation::name).sorted().toList());
		parameters.put("words", filter.words().areNone() ? List.of() : List.of(words));
		parameters.put("questions", questions ? List.of("true") : List.of());
		return parameters;
	}

	@GetMapping("/{id}")
	@Operation(summary = "What was said in a conversation, turn by turn")
	ResponseEntity<ConversationView> find(@PathVariable String id,
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(defaultValue = "0") @Min(0) @Parameter(
					description = "number of the last turn of the page before") int after) {
		var conversation = Ids.find(id)
			.flatMap((known) -> this.conversations.find(known, after, limit + 1))
			.orElseThrow(ConversationController::gone);
		var page = Page.of(conversation.turns(), limit, (turn) -> String.valueOf(turn.turn()));
		return page.response(ConversationView.of(conversation, page.items()), limit, Map.of());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Erase a conversation")
	void erase(@PathVariable String id) {
		var erased = Ids.find(id).map((UUID known) -> this.conversations.erase(known)).orElse(false);
		if (!erased) {
			throw gone();
		}
	}

	private static ProblemException gone() {
		return ProblemException.notFound("There is no such conversation.");
	}

}
