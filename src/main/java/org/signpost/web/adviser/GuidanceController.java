package org.signpost.web.adviser;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;
import org.signpost.web.ProblemException;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
	@Operation(summary = "The sources that answers are cited from")
	List<SourceView> sources() {
		return this.knowledgeBase.get().sources().stream().map((source) -> SourceView.of(source, false)).toList();
	}

	@GetMapping(path = "/api/sources/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "A source with its statements")
	SourceView source(@PathVariable String id) {
		return this.knowledgeBase.get()
			.findSource(id)
			.map((source) -> SourceView.of(source, true))
			.orElseThrow(() -> ProblemException.notFound("There is no such source."));
	}

	@GetMapping(path = "/api/intents", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The questions that editors have answered")
	List<IntentDescription> intents() {
		return this.knowledgeBase.get().answers().stream().map(IntentDescription::of).toList();
	}

	record SourceView(String id, String title, @Nullable String publisher, @Nullable String url,
			@Nullable String published, @Nullable String checked, List<Nation> nations, boolean secondary,
			int statementCount, @Nullable List<StatementView> statements) {

		static SourceView of(Source source, boolean whole) {
			return new SourceView(source.id(), source.title(), source.publisher(), source.url(),
					words(source.published()), words(source.checked()), source.nations().stream().sorted().toList(),
					source.secondary(), source.statements().size(),
					whole ? source.statements().stream().map(StatementView::of).toList() : null);
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
