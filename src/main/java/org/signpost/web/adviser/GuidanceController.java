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
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.RatedAnswers;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;
import org.signpost.conflicts.Conflict;
import org.signpost.review.Conflicts;
import org.signpost.review.SourceAges;
import org.signpost.review.SourceRatings;
import org.signpost.web.AllowedValues;
import org.signpost.web.ProblemException;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows what answers are made from: the sources and the intents, how old they are and
 * what became of the last change.
 */
@RestController
@Tag(name = "guidance")
class GuidanceController {

	private static final String BY_ID = "id";

	private static final String BY_AGE = "stale";

	/** So many of the newest ratings tell how a source does. */
	private static final int RATINGS = 2_000;

	private final CurrentKnowledgeBase knowledgeBase;

	private final SourceAges ages;

	private final Conflicts conflicts;

	private final RatedAnswers rated;

	GuidanceController(CurrentKnowledgeBase knowledgeBase, SourceAges ages, Conflicts conflicts, RatedAnswers rated) {
		this.knowledgeBase = knowledgeBase;
		this.ages = ages;
		this.conflicts = conflicts;
		this.rated = rated;
	}

	@GetMapping(path = "/api/sources", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The sources that answers are cited from, in the order of their ids or the oldest first",
			description = "The age counts from when a source was last compared with its original, else from its"
					+ " publication. Stale is what is older than the setting signpost.stale-after, or of unknown age."
					+ " How the answers that cite it were rated is told by the newest 2,000 ratings of visitors. Its"
					+ " unresolved conflicts are those of /api/conflicts that an editor has to mend.")
	ResponseEntity<List<SourceView>> sources(@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "id of the last source of the page before",
					schema = @Schema(type = "string")) @Nullable String after,
			@RequestParam(defaultValue = BY_ID) @Parameter(description = "stale: the oldest first",
					schema = @Schema(type = "string", allowableValues = { BY_ID, BY_AGE })) String order) {
		var knowledgeBase = this.knowledgeBase.get();
		var page = switch (order) {
			case BY_ID -> Page.sorted(knowledgeBase.sources(), Source::id, after, limit);
			case BY_AGE -> Page.of(oldestFirst(knowledgeBase, after).limit(limit + 1L).toList(), limit, Source::id);
			default -> throw AllowedValues.oneOf(BY_ID, BY_AGE).problemOfParameter("order");
		};
		var ratings = ratings();
		var conflicts = conflicts();
		return page.map((source) -> view(source, knowledgeBase, ratings, conflicts, null))
			.response(limit, order.equals(BY_ID) ? Map.of() : Map.of("order", List.of(order)));
	}

	private Stream<Source> oldestFirst(KnowledgeBase knowledgeBase, @Nullable String after) {
		var last = (after != null) ? knowledgeBase.findSource(after)
			.orElseThrow(() -> ProblemException.badField("after",
					"The parameter \"after\" is the id of a source, as the page before links to it."))
				: null;
		var order = this.ages.oldestFirst();
		return knowledgeBase.sources()
			.stream()
			.sorted(order)
			.filter((source) -> last == null || order.compare(source, last) > 0);
	}

	/** How many unresolved conflicts touch each source. */
	private Map<String, Long> conflicts() {
		return Conflicts
			.bySource(this.conflicts.find().orElse(List.of()).stream().filter((each) -> !each.resolved()).toList());
	}

	private SourceRatings ratings() {
		try {
			return SourceRatings.of(this.rated.newest(RATINGS));
		}
		catch (NotSavedException ex) {
			// the guidance is there without the storage
			return SourceRatings.of(List.of());
		}
	}

	private SourceView view(Source source, KnowledgeBase knowledgeBase, SourceRatings ratings,
			Map<String, Long> conflicts, @Nullable List<Statement> statements) {
		return new SourceView(source.id(), source.title(), source.publisher(), source.url(), words(source.published()),
				words(source.checked()), this.ages.daysOf(source).orElse(null), this.ages.isStale(source),
				source.nations().stream().sorted().toList(), source.secondary(), source.statements().size(),
				SourceAges.answersOn(source, knowledgeBase), conflicts.getOrDefault(source.id(), 0L),
				ratings.find(source.id()).orElse(null),
				(statements != null) ? statements.stream().map(StatementView::of).toList() : null);
	}

	@GetMapping(path = "/api/publication", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Whether the last change of the guidance went through, how far one is that is being taken up,"
			+ " and what is set aside and why")
	PublicationView publication() {
		var publication = this.knowledgeBase.publication();
		var loading = this.knowledgeBase.loading().orElse(null);
		try {
			var knowledgeBase = this.knowledgeBase.get();
			var stale = (int) knowledgeBase.sources().stream().filter(this.ages::isStale).count();
			return PublicationView.of(publication.with(this.conflicts.overtaken()), loading, knowledgeBase, stale,
					this.conflicts.find().map(this::counts).orElse(null));
		}
		catch (KnowledgeBaseNotReadyException ex) {
			return PublicationView.of(publication, loading, null, 0, null);
		}
	}

	private PublicationView.Counts counts(List<Conflict> conflicts) {
		var resolved = conflicts.stream().filter(Conflict::resolved).count();
		return new PublicationView.Counts(conflicts.size() - resolved, resolved, this.conflicts.areOfToday());
	}

	@GetMapping(path = "/api/sources/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "A source with its statements, in their order")
	ResponseEntity<SourceView> source(@PathVariable String id,
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "id of the last statement of the page before",
					schema = @Schema(type = "string")) @Nullable String after) {
		var knowledgeBase = this.knowledgeBase.get();
		var source = knowledgeBase.findSource(id)
			.orElseThrow(() -> ProblemException.notFound("There is no such source."));
		var page = Page.of(statements(source, after).limit(limit + 1L).toList(), limit, Statement::id);
		return page.response(view(source, knowledgeBase, ratings(), conflicts(), page.items()), limit, Map.of());
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
			@Nullable String published, @Nullable String checked, @Nullable Long ageDays, boolean stale,
			List<Nation> nations, boolean secondary, int statementCount, List<String> answers, long unresolvedConflicts,
			SourceRatings.@Nullable Rated rated, @Nullable List<StatementView> statements) {

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
