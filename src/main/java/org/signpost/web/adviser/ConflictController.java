package org.signpost.web.adviser;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;
import org.signpost.conflicts.Conflict;
import org.signpost.review.Conflicts;
import org.signpost.web.ProblemException;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows where the guidance contradicts itself. */
@RestController
@Tag(name = "guidance")
class ConflictController {

	private final Conflicts conflicts;

	private final CurrentKnowledgeBase knowledgeBase;

	ConflictController(Conflicts conflicts, CurrentKnowledgeBase knowledgeBase) {
		this.conflicts = conflicts;
		this.knowledgeBase = knowledgeBase;
	}

	@GetMapping(path = "/api/conflicts", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Statements of two sources that give different values for one thing, those to be mended first",
			description = "Of a resolved one the first statement is what visitors are given, and the reason tells why:"
					+ " NEWER, DATED (the other has no date), REPLACED (the guidance says so) or NOT_YET_IN_FORCE (the"
					+ " other). Of others visitors may get either: NO_ORDER (neither is newer) or NOT_SURE (one is, but not"
					+ " so surely of the same fact that it is given alone). Looked for behind the answering whenever the"
					+ " guidance changes; until that is done this is 503 after a start, and afterwards the list of what is"
					+ " still as it was.")
	ResponseEntity<List<ConflictView>> conflicts(
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "id of the last conflict of the page before",
					schema = @Schema(type = "string")) @Nullable String after,
			@RequestParam(required = false) @Parameter(description = "id of a source: only those that it has a part in",
					schema = @Schema(type = "string")) @Nullable String source,
			@RequestParam(required = false) @Parameter(description = "false: only those to be mended",
					schema = @Schema(type = "boolean")) @Nullable Boolean resolved) {
		var knowledgeBase = this.knowledgeBase.get();
		var all = this.conflicts.find()
			.orElseThrow(() -> ProblemException.busy("The guidance is still being looked through for conflicts.",
					Duration.ofSeconds(5)));
		var filter = new LinkedHashMap<String, List<String>>();
		if (source != null) {
			filter.put("source", List.of(source));
		}
		if (resolved != null) {
			filter.put("resolved", List.of(resolved.toString()));
		}
		var found = rest(all, after).filter((each) -> source == null || each.sources().contains(source))
			.filter((each) -> resolved == null || each.resolved() == resolved)
			.limit(limit + 1L)
			.toList();
		return Page.of(found, limit, Conflict::id)
			.map((each) -> ConflictView.of(each, knowledgeBase))
			.response(limit, filter);
	}

	private static Stream<Conflict> rest(List<Conflict> all, @Nullable String after) {
		if (after == null) {
			return all.stream();
		}
		var last = IntStream.range(0, all.size())
			.filter((i) -> all.get(i).id().equals(after))
			.findFirst()
			.orElseThrow(() -> ProblemException.badField("after",
					"The parameter \"after\" is the id of a conflict, as the page before links to it."));
		return all.subList(last + 1, all.size()).stream();
	}

	/**
	 * A conflict.
	 *
	 * @param id names it while neither statement changes its place
	 * @param resolved whether the first statement is given
	 * @param reason why, or why not
	 * @param statements the two
	 */
	record ConflictView(String id, boolean resolved, String reason, List<SideView> statements) {

		static ConflictView of(Conflict conflict, KnowledgeBase knowledgeBase) {
			return new ConflictView(conflict.id(), conflict.resolved(), conflict.reason().name(),
					Stream.of(conflict.first(), conflict.second())
						.map((each) -> SideView.of(each, knowledgeBase))
						.toList());
		}

	}

	/**
	 * One of the two statements.
	 *
	 * @param statement its id
	 * @param source the id of its source
	 * @param title the title of that
	 * @param secondary whether that only reports what another body decides
	 * @param place file and line to mend it
	 * @param kind what it is in the source
	 * @param text the words
	 * @param headings what it stands under
	 * @param nations the nations it holds for
	 * @param asOf the date it is of
	 */
	record SideView(String statement, String source, String title, boolean secondary, String place, String kind,
			String text, List<String> headings, List<Nation> nations, @Nullable String asOf) {

		static SideView of(Statement statement, KnowledgeBase knowledgeBase) {
			var source = knowledgeBase.getSource(statement);
			return new SideView(statement.id(), source.id(), source.title(), source.secondary(),
					"guidance/" + source.id() + ".md:" + statement.line(),
					statement.kind().name().toLowerCase(Locale.ROOT), statement.text(), statement.headings(),
					statement.nations().stream().sorted().toList(),
					(statement.asOf() != null) ? statement.asOf().toString() : null);
		}

	}

}
