package org.signpost.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.signpost.decision.Decision;
import org.signpost.decision.Supersession;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.StatedReplacement;
import org.signpost.knowledge.Statement;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;
import org.signpost.language.Words;

/**
 * Makes an answer of statements: the best first, in the nation's newest version, then
 * what belongs to it, within the words of a small panel. What the guidance says has been
 * replaced is answered by saying so, and an older version is named as older. Where the
 * nation is not known and each has its own, they stand side by side; where a figure is
 * asked for, a statement that holds one of what is asked about goes first; where one item
 * of a list is asked for, it stands alone. Made for one knowledge base; safe for many
 * threads.
 */
final class ExtractiveComposer {

	private static final int WORDS = 60;

	private static final int MOST_ITEMS = 6;

	/** How close behind the best a statement must be to be said beside it. */
	private static final double CLOSE = 0.82;

	/** Whose words meet the question so much less than those of the best is left out. */
	private static final double APART = 0.1;

	private static final int NEAR = 5;

	private static final double BEHIND = 0.7;

	/** So many nations with a version of their own are worth a list. */
	private static final int SEVERAL = 3;

	private static final Pattern COMING = Pattern.compile(
			"\\b(?:next|upcoming|coming|soon|any|still to come|future|planned|later this year)\\b",
			Pattern.CASE_INSENSITIVE);

	private final KnowledgeBase knowledgeBase;

	private final Wording wording;

	ExtractiveComposer(KnowledgeBase knowledgeBase, Wording wording) {
		this.knowledgeBase = knowledgeBase;
		this.wording = wording;
	}

	/** Adds the answer to a query; returns whether it said anything. */
	void compose(Decision.Answer decision, LocalDate today, AnswerBuilder answer) {
		var query = decision.query();
		var date = query.asOf();
		addReplacement(query, answer);
		var hits = fittingFirst(decision, comingFirst(query, current(query, decision.statements().hits()), today));
		if (query.nation() == null) {
			var side = sideBySide(query, hits);
			if (side.size() > 1) {
				addSideBySide(query, side, answer);
				return;
			}
		}
		var best = hits.getFirst();
		if (asksForList(query.shape()) && best.statement().kind() == Statement.Kind.ITEM && siblings(best).size() > 1
				&& !standsOut(query, best, hits)) {
			addList(query, best, answer);
		}
		else {
			addStatements(query, hits, answer, date);
		}
		addOlder(query, best, decision.statements().hits(), answer);
		addUpcoming(best.statement(), decision.statements().hits(), today, answer);
		addPast(best.statement(), today, answer);
		addSecondary(answer);
	}

	/**
	 * The hits with what has been overtaken, or is not yet in force, put behind what
	 * overtakes it.
	 */
	private List<ScoredStatement> current(Query query, List<ScoredStatement> hits) {
		var ordered = new ArrayList<ScoredStatement>();
		var later = new ArrayList<ScoredStatement>();
		for (var hit : hits) {
			var overtaken = replaced(query, hit.statement()) || hits.stream()
				.anyMatch((other) -> inForce(other.statement(), query.asOf()) && overtakes(query, other, hit)
						&& other.score() > 0.5 * hit.score());
			(overtaken || (!inForce(hit.statement(), query.asOf()) && hits.size() > 1) ? later : ordered).add(hit);
		}
		if (ordered.isEmpty()) {
			return hits;
		}
		// the overtaker takes the place of what it overtakes
		var first = hits.getFirst();
		if (later.contains(first)) {
			ordered.stream().filter((hit) -> overtakes(query, hit, first)).findFirst().ifPresent((hit) -> {
				ordered.remove(hit);
				ordered.addFirst(hit);
			});
		}
		return ordered;
	}

	private static boolean overtakes(Query query, ScoredStatement newer, ScoredStatement older) {
		return Supersession.overtakes(newer.statement(), older.statement())
				|| (demandsFigure(query.shape()) && Supersession.overtakes(newer, older, content(query.subject())));
	}

	/** Where a figure is asked for, a statement that holds one goes first. */
	private static List<ScoredStatement> fittingFirst(Decision.Answer decision, List<ScoredStatement> hits) {
		if (!demandsFigure(decision.query().shape()) || hits.getFirst().fits()) {
			return hits;
		}
		var ordered = new ArrayList<>(hits);
		hits.stream().filter(decision.statements()::holdsFigure).findFirst().ifPresent((hit) -> {
			ordered.remove(hit);
			ordered.addFirst(hit);
		});
		return ordered;
	}

	private static boolean demandsFigure(AnswerShape shape) {
		return switch (shape) {
			case AMOUNT, NUMBER, DURATION, DATE -> true;
			default -> false;
		};
	}

	/** Whether the guidance says that what a statement speaks of has been replaced. */
	private boolean replaced(Query query, Statement statement) {
		return replacements(query).anyMatch((replacement) -> replacement.overtakes(statement));
	}

	private Stream<StatedReplacement> replacements(Query query) {
		return this.knowledgeBase.replacements()
			.stream()
			.filter((each) -> inForce(each.statement(), query.asOf()))
			.filter((each) -> query.nation() == null || each.statement().nations().contains(query.nation()));
	}

	/** Something that another has replaced is answered for by saying so first. */
	private void addReplacement(Query query, AnswerBuilder answer) {
		for (var concept : query.concepts()) {
			var replaced = concept.replacedBy();
			if (replaced == null
					|| (replaced.nation() != null && query.nation() != null && replaced.nation() != query.nation())
					|| (replaced.from() != null && replaced.from().isAfter(query.asOf()))) {
				continue;
			}
			this.knowledgeBase.statements()
				.stream()
				.filter((statement) -> replaced.source() == null || statement.source().equals(replaced.source()))
				.filter((statement) -> names(statement, concept.id()) && names(statement, replaced.concept()))
				.findFirst()
				.ifPresent((statement) -> answer.add(Block.Kind.P, statement.text(), List.of(statement)));
		}
		if (answer.isEmpty() && query.nation() != null) {
			replacements(query).filter((each) -> each.namedIn(query.text()))
				.map(StatedReplacement::statement)
				.max(Comparator.comparing(Statement::asOf, Comparator.nullsFirst(Comparator.naturalOrder())))
				.ifPresent((statement) -> answer.add(Block.Kind.P, statement.text(), List.of(statement)));
		}
	}

	private boolean names(Statement statement, String concept) {
		return this.knowledgeBase.vocabulary()
			.mentions(statement.text())
			.stream()
			.anyMatch((mention) -> mention.concept().id().equals(concept));
	}

	private static boolean inForce(Statement statement, LocalDate date) {
		return statement.asOf() == null || statement.announcesEvent() || !statement.asOf().earliest().isAfter(date);
	}

	private static boolean asksForList(AnswerShape shape) {
		return switch (shape) {
			case LIST, HOW, ANY, DEFINITION, PERSON, PLACE, WHERE_TO_FIND, YES_NO -> true;
			default -> false;
		};
	}

	private List<Statement> siblings(ScoredStatement best) {
		var statement = best.statement();
		return this.knowledgeBase.getSource(statement)
			.statements()
			.stream()
			.filter((other) -> other.kind() == Statement.Kind.ITEM)
			.filter((other) -> other.headings().equals(statement.headings()))
			.filter((other) -> java.util.Objects.equals(other.lead(), statement.lead()))
			.toList();
	}

	/** Whether one item of a list alone is what is asked for. */
	private static boolean standsOut(Query query, ScoredStatement best, List<ScoredStatement> hits) {
		return query.shape() != AnswerShape.LIST && query.shape() != AnswerShape.HOW && best.coverage() > BEHIND
				&& hits.stream()
					.filter((hit) -> !hit.equals(best))
					.filter((hit) -> hit.statement().source().equals(best.statement().source())
							&& java.util.Objects.equals(hit.statement().lead(), best.statement().lead()))
					.noneMatch((hit) -> hit.score() > BEHIND * best.score());
	}

	private void addList(Query query, ScoredStatement best, AnswerBuilder answer) {
		var items = siblings(best).stream()
			.filter((item) -> query.nation() == null || item.nations().contains(query.nation()))
			.limit(MOST_ITEMS + 2L)
			.toList();
		var lead = best.statement().lead();
		var heading = (lead != null) ? lead : best.statement().section() + ":";
		answer.add(Block.Kind.P, heading, items.subList(0, 1));
		for (var item : items) {
			if (answer.words() + item.text().split("\\s+").length > 1.6 * WORDS) {
				break;
			}
			answer.add(Block.Kind.LI, item.text(), List.of(item));
		}
	}

	private void addStatements(Query query, List<ScoredStatement> hits, AnswerBuilder answer, LocalDate date) {
		var best = hits.getFirst();
		var said = new ArrayList<Statement>();
		hits.stream().map(ScoredStatement::statement).filter(answer::cites).forEach(said::add);
		int start = answer.words();
		for (var hit : hits) {
			var statement = hit.statement();
			var text = StatementText.of(statement, query);
			if (!said.isEmpty()) {
				var room = answer.words() - start + text.split("\\s+").length <= WORDS;
				if (said.size() >= 3 || !room || hit.score() < CLOSE * best.score()
						|| hit.alignment() < best.alignment() - APART || repeats(statement, said)
						|| said.stream().anyMatch((other) -> Supersession.sameFact(statement, other))
						|| !inForce(statement, date)) {
					continue;
				}
			}
			answer.add(Block.Kind.P, text, List.of(statement));
			said.add(statement);
		}
		addCondition(best.statement(), said, query, answer);
	}

	/** What follows the best statement and qualifies it goes with it. */
	private void addCondition(Statement best, List<Statement> said, Query query, AnswerBuilder answer) {
		var all = this.knowledgeBase.getSource(best).statements();
		int next = all.indexOf(best) + 1;
		if (next >= all.size()) {
			return;
		}
		var following = all.get(next);
		var qualifies = following.text()
			.matches(
					"(?i)(?:but|however|only|unless|except|it (?:is|applies|does|only)|this (?:is|applies|does|only)|these|if|otherwise|they (?:must|may|only))\\b.*");
		if (qualifies && following.headings().equals(best.headings()) && !said.contains(following)
				&& (query.nation() == null || following.nations().contains(query.nation()))) {
			answer.add(Block.Kind.P, following.text(), List.of(following));
		}
	}

	private static boolean repeats(Statement statement, List<Statement> said) {
		var words = content(statement.text());
		return said.stream().anyMatch((other) -> {
			var own = content(other.text());
			var shared = words.stream().filter(own::contains).count();
			return shared > 0.7 * Math.min(words.size(), own.size());
		});
	}

	private static Set<String> content(String text) {
		return Set.copyOf(Stopwords.contentWords(text).stream().map(Words::stem).distinct().toList());
	}

	/**
	 * The best statement of each nation when the nation is not known and each has its
	 * own.
	 */
	private Map<Nation, ScoredStatement> sideBySide(Query query, List<ScoredStatement> hits) {
		var best = hits.getFirst();
		if (ofFewNations(best.statement())) {
			return versions(hits, best);
		}
		// what holds for all nations may come first by a hair where each has its own
		var own = hits.stream()
			.limit(NEAR)
			.filter((hit) -> hit.fits() && ofFewNations(hit.statement()) && hit.score() > BEHIND * best.score()
					&& hit.subjectCoverage() >= best.subjectCoverage())
			.findFirst()
			.map((hit) -> versions(hits, hit))
			.orElse(Map.of());
		return (demandsFigure(query.shape()) && own.size() >= SEVERAL) ? own : Map.of();
	}

	private static boolean ofFewNations(Statement statement) {
		return statement.nationsStated() && statement.nations().size() <= 2;
	}

	private static Map<Nation, ScoredStatement> versions(List<ScoredStatement> hits, ScoredStatement best) {
		var byNation = new EnumMap<Nation, ScoredStatement>(Nation.class);
		for (var hit : hits) {
			var statement = hit.statement();
			if (!ofFewNations(statement) || hit.fits() != best.fits() || hit.score() < 0.62 * best.score()
					|| !alike(best.statement(), statement)) {
				continue;
			}
			statement.nations().forEach((nation) -> byNation.putIfAbsent(nation, hit));
		}
		return byNation;
	}

	/** Two nations' versions of one thing share most of their words or their row. */
	private static boolean alike(Statement a, Statement b) {
		if (a.equals(b)) {
			return true;
		}
		var own = content(withoutNations(a.text()));
		var other = content(withoutNations(b.text()));
		var shared = own.stream().filter(other::contains).filter((word) -> !word.matches(".*\\d.*")).count();
		return shared >= 2 && shared >= 0.45 * Math.min(words(own), words(other))
				|| (a.kind() == Statement.Kind.ROW && b.kind() == Statement.Kind.ROW && shared >= 1);
	}

	private static long words(Set<String> stems) {
		return stems.stream().filter((stem) -> !stem.matches(".*\\d.*")).count();
	}

	private static String withoutNations(String text) {
		return text.replaceAll("England|Wales|Scotland|Northern Ireland", "");
	}

	private void addSideBySide(Query query, Map<Nation, ScoredStatement> side, AnswerBuilder answer) {
		var nations = new LinkedHashMap<ScoredStatement, List<Nation>>();
		side.forEach((nation, hit) -> nations.computeIfAbsent(hit, (each) -> new ArrayList<>()).add(nation));
		nations.forEach((hit, which) -> {
			var text = StatementText.of(hit.statement(), query);
			var named = which.stream().anyMatch((nation) -> text.contains(nation.displayName()));
			var label = String.join(" and ", which.stream().map(Nation::displayName).toList());
			answer.add(Block.Kind.LI, named ? text : label + ": " + text, List.of(hit.statement()));
		});
	}

	private void addOlder(Query query, ScoredStatement best, List<ScoredStatement> hits, AnswerBuilder answer) {
		hits.stream()
			.filter((hit) -> overtakes(query, best, hit) || (hit.fits() && replaced(query, hit.statement())
					&& hit.score() > CLOSE * hits.getFirst().score()))
			.map(ScoredStatement::statement)
			.filter((older) -> !answer.cites(older))
			.findFirst()
			.ifPresent((older) -> {
				var source = this.knowledgeBase.getSource(older);
				var publisher = (source.publisher() != null) ? source.publisher() : source.title();
				var year = (older.asOf() != null) ? String.valueOf(older.asOf().year()) : null;
				var values = Map.of("publisher", publisher, "year", (year != null) ? year : "", "statement",
						StatementText.of(older, query));
				answer.add(Block.Kind.NOTE, this.wording.text((year != null) ? "older" : "older-undated", values),
						List.of(older));
			});
	}

	private void addUpcoming(Statement best, List<ScoredStatement> hits, LocalDate date, AnswerBuilder answer) {
		hits.stream()
			.map(ScoredStatement::statement)
			.filter((later) -> !inForce(later, date) && !answer.cites(later) && Supersession.overtakes(later, best))
			.findFirst()
			.ifPresent((later) -> answer.add(Block.Kind.NOTE,
					this.wording.text("upcoming", Map.of("statement", later.text())), List.of(later)));
	}

	/** An event's day that is over is said to be over. */
	private void addPast(Statement best, LocalDate date, AnswerBuilder answer) {
		var asOf = best.asOf();
		if (asOf != null && asOf.day() > 0 && asOf.latest().isBefore(date) && best.announcesEvent()) {
			answer.add(Block.Kind.NOTE, this.wording.text("past", Map.of()), List.of());
		}
	}

	/** Asked for what is coming, the nearest day to come goes first. */
	private static List<ScoredStatement> comingFirst(Query query, List<ScoredStatement> hits, LocalDate today) {
		if (!COMING.matcher(query.text()).find() || !Statement.namesEvent(query.text())) {
			return hits;
		}
		var coming = hits.stream()
			.filter((hit) -> hit.statement().announcesEvent() && hit.statement().asOf() != null
					&& !hit.statement().asOf().latest().isBefore(today))
			.sorted(Comparator.comparing((ScoredStatement hit) -> hit.statement().asOf(),
					Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		var ordered = new ArrayList<ScoredStatement>(coming);
		hits.stream()
			.filter((hit) -> !coming.contains(hit) && (coming.isEmpty() || !hit.statement().announcesEvent()))
			.forEach(ordered::add);
		return ordered;
	}

	private void addSecondary(AnswerBuilder answer) {
		var sources = answer.build(org.signpost.conversation.Outcome.ANSWERED, null)
			.citations()
			.stream()
			.map((citation) -> this.knowledgeBase.findSource(citation.source()).orElseThrow())
			.toList();
		if (!sources.isEmpty() && sources.stream().allMatch((source) -> source.secondary())) {
			var source = sources.getFirst();
			answer.add(Block.Kind.NOTE,
					this.wording.text("secondary",
							Map.of("publisher", (source.publisher() != null) ? source.publisher() : source.title())),
					List.of());
		}
	}

}
