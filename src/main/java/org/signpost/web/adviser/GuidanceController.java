package org.signpost.web.adviser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;
import org.signpost.web.ProblemException;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what answers are made from: the sources and the intents. */
@RestController
@Tag(name = "guidance")
class GuidanceController {

	private final CurrentKnowledgeBase knowledgeBase;

	GuidanceController(CurrentKnowledgeBase knowledgeBase) {
		this.knowledgeBase = knowledgeBase;
	}

	@GetMapping(path = "/api/sources", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The sources that answers are cited from, in the order of their ids")
	ResponseEntity<List<SourceView>> sources(@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "id of the last source of the page before",
					schema = @Schema(type = "string")) @Nullable String after) {
		return Page.sorted(this.knowledgeBase.get().sources(), Source::id, after, limit)
			.map((source) -> SourceView.of(source, null))
			.response(limit, Map.of());
	}

	@GetMapping(path = "/api/sources/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "A source with its statements, in their order")
	ResponseEntity<SourceView> source(@PathVariable String id,
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "id of the last statement of the page before",
					schema = @Schema(type = "string")) @Nullable String after) {
		var source = this.knowledgeBase.get()
			.findSource(id)
			.orElseThrow(() -> ProblemException.notFound("There is no such source."));
		var page = Page.of(statements(source, after).limit(limit + 1L).toList(), limit, Statement::id);
		return page.response(SourceView.of(source, page.items()), limit, Map.of());
	}

	private static Stream<Statement> statements(Source source, @Nullable String after) {
		if (after == null) {
			return source.statements().stream();
		}
		var rest = source.statements().stream().dropWhile((statement) -> !statement.id().equals(after)).toList();
		if (rest.isEmpty()) {
			throw ProblemException.badField("after",
					"The parameter \"after\" is the id of a statement of this source, as the page before links to it.");
		}
		return rest.stream().skip(1);
	}

	@GetMapping(path = "/api/intents", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The questions that editors have answered, in the order of their names")
	ResponseEntity<List<IntentDescription>> intents(
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "name of the last intent of the page before",
					schema = @Schema(type = "string")) @Nullable String after) {
		return Page.sorted(this.knowledgeBase.get().answers(), CuratedAnswer::intent, after, limit)
			.map(IntentDescription::of)
			.response(limit, Map.of());
	}

	record SourceView(String id, String title, @Nullable String publisher, @Nullable String url,
			@Nullable String published, @Nullable String checked, List<Nation> nations, boolean secondary,
			int statementCount, @Nullable List<StatementView> statements) {

		static SourceView of(Source source, @Nullable List<Statement> statements) {
			return new SourceView(source.id(), source.title(), source.publisher(), source.url(),
					words(source.published()), words(source.checked()), source.nations().stream().sorted().toList(),
					source.secondary(), source.statements().size(),
					(statements != null) ? statements.stream().map(StatementView::of).toList() : null);
		}

	}

	record StatementView(String id, String kind, String text, List<String> headings, List<Nation> nations,
			@Nullable String asOf) {

		static StatementView of(Statement statement) {
			return new StatementView(statement.id(), statement.kind().name().toLowerCase(java.util.Locale.ROOT),
					statement.text(), statement.headings(), statement.nations().stream().sorted().toList(),
					words(statement.asOf()));
		}

	}

	record IntentDescription(String name, String title, List<String> examples, List<String> suggestions,
			List<Nation> nations) {

		static IntentDescription of(CuratedAnswer answer) {
			return new IntentDescription(answer.intent(), answer.title(), answer.examples(), answer.suggestions(),
					answer.sections()
						.stream()
						.flatMap((section) -> section.nations().stream())
						.distinct()
						.sorted()
						.toList());
		}

	}

	private static @Nullable String words(@Nullable Object date) {
		return (date != null) ? date.toString() : null;
	}

}
