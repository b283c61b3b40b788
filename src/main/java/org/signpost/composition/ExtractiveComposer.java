package org.signpost.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.signpost.decision.Decision;
import org.signpost.decision.Supersession;
import org.signpost.judging.Judgement.Likely;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.StatedReplacement;
import org.signpost.knowledge.Statement;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;
import org.signpost.language.Words;

/**
 * Makes an answer of the statements judged likely: the best first, in the nation's newest
 * version, then those close behind it, within the words of a small panel. Several likely
 * items of one list are given as the list. What the guidance says has been replaced is
 * answered by saying so, and an older version is named as older. Where the nation is not
 * known and each has its own, they stand side by side. Made for one knowledge base; safe
 * for many threads.
 */
final class ExtractiveComposer {

	private static final int WORDS = 60;

	private static final int MOST_ITEMS = 6;

	private static final int MOST_STATEMENTS = 3;

	private static final Pattern COMING = Pattern.compile(
			"\\b(?:next|upcoming|coming|soon|any|still to come|future|planned|later this year)\\b",
			Pattern.CASE_INSENSITIVE);

	private final KnowledgeBase knowledgeBase;

	private final Wording wording;

	private final Supersession supersession;

	ExtractiveComposer(KnowledgeBase knowledgeBase, Wording wording, Supersession supersession) {
		this.knowledgeBase = knowledgeBase;
		this.wording = wording;
		this.supersession = supersession;
	}

	/** Adds the answer to a query. */
	void compose(Decision.Answer decision, LocalDate today, AnswerBuilder answer) {
		var query = decision.query();
		addReplacement(query, answer);
		var likely = decision.judgement().statements();
		var hits = comingFirst(query, current(query, likely), today);
		if (query.nation() == null) {
			var side = sideBySide(hits);
			if (side.size() > 1) {
				addSideBySide(query, side, answer);
				return;
			}
		}
		var best = hits.getFirst();
		if (isList(best, hits)) {
			addList(query, best.statement(), answer);
		}
		else {
			addStatements(query, hits, answer);
		}
		addOlder(query, best, likely, answer);
		addUpcoming(best.statement(), likely, today, answer);
		addPast(best.statement(), today, answer);
		addSecondary(answer);
	}

	/**
	 * The hits with what has been overtaken, or is not yet in force, put behind what
	 * overtakes it.
	 */
	private List<Likely> current(Query query, List<Likely> hits) {
		var ordered = new ArrayList<Likely>();
		var later = new ArrayList<Likely>();
		for (var hit : hits) {
			var overtaken = !askedForItsTime(query, hit, hits) && (replaced(query, hit.statement()) || hits.stream()
				.anyMatch((other) -> Supersession.inForce(other.statement(), query.asOf())
						&& this.supersession.overtakes(other, hit)));
			(overtaken || (!Supersession.inForce(hit.statement(), query.asOf()) && hits.size() > 1) ? later : ordered)
				.add(hit);
		}
		if (ordered.isEmpty()) {
			return hits;
		}
		// the overtaker takes the place of what it overtakes; where only the
		// overtaken is likely, the question looks back, and both are said
		var first = hits.getFirst();
		if (later.contains(first) && !replaced(query, first.statement())) {
			ordered.stream().filter((hit) -> this.supersession.overtakes(hit, first)).findFirst().ifPresent((hit) -> {
				ordered.remove(hit);
				ordered.addFirst(hit);
				if (!hit.beside(first)) {
					ordered.addFirst(first);
				}
			});
		}
		return ordered;
	}

	/**
	 * The likeliest statement is of a year that the question names: that is what is asked
	 * for.
	 */
	private static boolean askedForItsTime(Query query, Likely hit, List<Likely> hits) {
		var asOf = hit.statement().asOf();
		return asOf != null && hit.equals(hits.getFirst()) && query.names(asOf.year());
	}

	/** Whether the guidance says that what a statement speaks of has been replaced. */
	private boolean replaced(Query query, Statement statement) {
		return replacements(query).anyMatch((replacement) -> replacement.overtakes(statement));
	}

	private Stream<StatedReplacement> replacements(Query query) {
		return this.knowledgeBase.replacements()
			.stream()
			.filter((each) -> Supersession.inForce(each.statement(), query.asOf()))
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

	private List<Statement> siblings(Statement statement) {
		return this.knowledgeBase.getSource(statement)
			.statements()
			.stream()
			.filter((other) -> other.kind() == Statement.Kind.ITEM)
			.filter((other) -> other.headings().equals(statement.headings()))
			.filter((other) -> Objects.equals(other.lead(), statement.lead()))
			.toList();
	}

	/** Several likely items of one list are asked for as a list. */
	private boolean isList(Likely best, List<Likely> hits) {
		if (best.statement().kind() != Statement.Kind.ITEM) {
			return false;
		}
		var siblings = siblings(best.statement());
		return hits.stream()
			.filter((hit) -> !hit.equals(best) && siblings.contains(hit.statement()) && hit.beside(best))
			.count() >= 2;
	}

	private void addList(Query query, Statement best, AnswerBuilder answer) {
		var items = siblings(best).stream()
			.filter((item) -> query.nation() == null || item.nations().contains(query.nation()))
			.limit(MOST_ITEMS + 2L)
			.toList();
		var lead = best.lead();
		var heading = StatementText.onItsDay(best, (lead != null) ? lead : best.section() + ":");
		answer.add(Block.Kind.P, heading, items.subList(0, 1));
		for (var item : items) {
			if (answer.words() + item.text().split("\\s+").length > 1.6 * WORDS) {
				break;
			}
			answer.add(Block.Kind.LI, item.text(), List.of(item));
		}
	}

	private void addStatements(Query query, List<Likely> hits, AnswerBuilder answer) {
		var best = hits.getFirst();
		var before = hits.stream().map(Likely::statement).filter(answer::cites).toList();
		var said = new ArrayList<>(before);
		var newer = false;
		int words = 0;
		for (var hit : hits) {
			var statement = hit.statement();
			var length = StatementText.of(statement, query).split("\\s+").length;
			var newerOfBest = said.equals(List.of(best.statement())) && this.supersession.overtakes(hit, best);
			if (!said.isEmpty() && !newerOfBest) {
				var room = words + length <= WORDS;
				if (said.size() >= MOST_STATEMENTS || !room || !hit.beside(best) || repeats(statement, said)
						|| said.stream().anyMatch((other) -> this.supersession.sameFact(statement, other))
						|| besideNamed(statement, best.statement(), query)
						|| !Supersession.inForce(statement, query.asOf())) {
					continue;
				}
			}
			said.add(statement);
			words += length;
			newer |= newerOfBest;
		}
		var chosen = said.subList(before.size(), said.size());
		// asked for as it was, the older comes first wherever it stands
		(newer ? chosen : ReadingOrder.of(chosen, query, this.knowledgeBase))
			.forEach((statement) -> answer.add(Block.Kind.P, StatementText.of(statement, query), List.of(statement)));
		addCondition(best.statement(), said, query, answer);
	}

	/**
	 * The neighbour in its table of a row that is asked for by name, or a row beside a
	 * column that lists it.
	 */
	private static boolean besideNamed(Statement statement, Statement best, Query query) {
		var asked = best.kind() == Statement.Kind.COLUMN || StatementText.isNamed(best, query);
		return asked && statement.ofTable() && statement.headings().equals(best.headings())
				&& !StatementText.isNamed(statement, query);
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
		var words = Stopwords.contentStems(statement.text());
		return said.stream()
			.map((other) -> Stopwords.contentStems(other.text()))
			.anyMatch((own) -> mostlyIn(words, own) || mostlyIn(own, words));
	}

	/** Whether a text has most of the words of another already. */
	static boolean says(String text, String other) {
		return mostlyIn(Stopwords.contentStems(other), Stopwords.contentStems(text));
	}

	private static boolean mostlyIn(Set<String> words, Set<String> others) {
		return words.stream().filter(others::contains).count() > 0.7 * words.size();
	}

	/**
	 * The likeliest statement of each nation, when the nation is not known and the best
	 * is of few nations.
	 */
	private static Map<Nation, Likely> sideBySide(List<Likely> hits) {
		var best = hits.getFirst();
		var byNation = new EnumMap<Nation, Likely>(Nation.class);
		if (ofFewNations(best.statement())) {
			hits.stream()
				.filter((hit) -> ofFewNations(hit.statement()) && hit.beside(best)
						&& alike(best.statement(), hit.statement()))
				.forEach((hit) -> hit.statement().nations().forEach((nation) -> byNation.putIfAbsent(nation, hit)));
		}
		return byNation;
	}

	private static boolean ofFewNations(Statement statement) {
		return statement.nationsStated() && statement.nations().size() <= 2;
	}

	/** Two nations' versions of one thing share most of their words or their row. */
	private static boolean alike(Statement a, Statement b) {
		if (a.equals(b)) {
			return true;
		}
		var own = Stopwords.contentStems(withoutNations(a.text()));
		var other = Stopwords.contentStems(withoutNations(b.text()));
		var shared = own.stream().filter(other::contains).filter((word) -> !word.matches(".*\\d.*")).count();
		return (shared >= 2 && shared >= 0.45 * Math.min(words(own), words(other)))
				|| (a.kind() == Statement.Kind.ROW && b.kind() == Statement.Kind.ROW && shared >= 1);
	}

	private static long words(Set<String> stems) {
		return stems.stream().filter((stem) -> !stem.matches(".*\\d.*")).count();
	}

	private static String withoutNations(String text) {
		return text.replaceAll("England|Wales|Scotland|Northern Ireland", "");
	}

	private void addSideBySide(Query query, Map<Nation, Likely> side, AnswerBuilder answer) {
		var nations = new LinkedHashMap<Likely, List<Nation>>();
		side.forEach((nation, hit) -> nations.computeIfAbsent(hit, (each) -> new ArrayList<>()).add(nation));
		nations.forEach((hit, which) -> {
			var text = StatementText.of(hit.statement(), query);
			var named = which.stream().anyMatch((nation) -> text.contains(nation.displayName()));
			var label = String.join(" and ", which.stream().map(Nation::displayName).toList());
			answer.add(Block.Kind.LI, named ? text : label + ": " + text, List.of(hit.statement()));
		});
	}

	private void addOlder(Query query, Likely best, List<Likely> hits, AnswerBuilder answer) {
		hits.stream()
			.filter((hit) -> replaced(query, hit.statement())
					? replacements(query)
						.anyMatch((each) -> each.namedIn(query.text()) && each.overtakes(hit.statement()))
					: this.supersession.overtakes(best, hit))
			.map(Likely::statement)
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

	private void addUpcoming(Statement best, List<Likely> hits, LocalDate date, AnswerBuilder answer) {
		hits.stream()
			.map(Likely::statement)
			.filter((later) -> !Supersession.inForce(later, date) && !answer.cites(later)
					&& this.supersession.overtakes(later, best))
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
	private static List<Likely> comingFirst(Query query, List<Likely> hits, LocalDate today) {
		if (!COMING.matcher(query.text()).find() || !Statement.namesEvent(query.text())) {
			return hits;
		}
		var coming = hits.stream()
			.filter((hit) -> hit.statement().announcesEvent() && hit.statement().asOf() != null
					&& !hit.statement().asOf().latest().isBefore(today))
			.sorted(Comparator.comparing((Likely hit) -> hit.statement().asOf(),
					Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		var ordered = new ArrayList<Likely>(coming);
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
