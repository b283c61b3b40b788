package org.signpost.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Slot;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.Nation;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;
import org.signpost.understanding.SpeechAct.Group;
import org.signpost.understanding.SpeechActReading;

/**
 * Decides what to do about a question by how probably it is answered; none of the rules
 * knows a wording. Safe for many threads; microseconds, but for what other nations' rules
 * cost to judge where the visitor's has none.
 */
public final class DecisionPolicy {

	/** How many candidates are offered as what may be meant. */
	private static final int OFFERED = 2;

	/** Words that fit side by side in a small panel. */
	private static final int SIDE_BY_SIDE = 60;

	/**
	 * From how probable a plea on what is told around a question is met by itself: twice
	 * what a message needs, as it is oftener only the reason for the question.
	 */
	private static final double TOLD = 0.4;

	private final Thresholds thresholds;

	private final Weighing weighing;

	private final Supersession supersession;

	/** Judges a query anew. */
	private final Function<Query, Judgement> judge;

	/**
	 * A policy.
	 * @param thresholds from which probability on what is done
	 * @param weighing what a message does, weighed against what would answer it
	 * @param supersession tells what is newer than what
	 * @param judge finds and judges the candidates of a query, for the question whether
	 * another nation's guidance would answer it
	 */
	public DecisionPolicy(Thresholds thresholds, Weighing weighing, Supersession supersession,
			Function<Query, Judgement> judge) {
		this.thresholds = thresholds;
		this.weighing = weighing;
		this.supersession = supersession;
		this.judge = judge;
	}

	/**
	 * Decides.
	 * @param interpretation what was understood
	 * @param judgements what was judged for each of its queries, in their order
	 */
	public Decision decide(Interpretation interpretation, List<Judgement> judgements) {
		return message(interpretation, judgements).orElseGet(() -> {
			var parts = IntStream.range(0, judgements.size())
				.mapToObj((i) -> decide(interpretation, interpretation.queries().get(i), judgements.get(i)))
				.toList();
			return (parts.size() == 1) ? parts.getFirst() : new Decision.Several("several things asked", parts);
		});
	}

	/** What a message is as a whole, before its queries are looked at. */
	private Optional<Decision> message(Interpretation interpretation, List<Judgement> judgements) {
		var act = interpretation.act();
		if (act.act() == SpeechAct.EMPTY) {
			return Optional.of(decline("no words", Decision.Reason.EMPTY, null, null));
		}
		if (IntStream.range(0, judgements.size())
			.anyMatch((i) -> chosen(interpretation.queries().get(i), judgements.get(i)).isPresent())) {
			return Optional.empty();
		}
		var answered = judgements.stream().mapToDouble(Judgement::answered).max().orElse(0);
		if (pleads(act, answered)) {
			return Optional.of(handOver(act));
		}
		// a plea is one though the question after it is answered
		var told = interpretation.told();
		if (told != null && this.weighing.probability(Group.HANDOFF, told, 0) >= TOLD) {
			return Optional.of(handOver(told));
		}
		if (this.weighing.probability(Group.SMALL_TALK, act, answered) >= this.thresholds.smallTalk()) {
			var talk = act.act(Group.SMALL_TALK);
			return Optional.of(new Decision.SmallTalk("small talk: " + talk, talk));
		}
		if (this.weighing.probability(Group.OUT_OF_SCOPE, act, answered) >= this.thresholds.elsewhere()) {
			return switch (act.act(Group.OUT_OF_SCOPE)) {
				case OTHER_LANGUAGE ->
					Optional.of(decline("another language", Decision.Reason.OTHER_LANGUAGE, null, null));
				case INJECTION ->
					Optional.of(decline("instructions to the program", Decision.Reason.INJECTION, null, null));
				default -> Optional.empty();
			};
		}
		return Optional.empty();
	}

	private boolean pleads(SpeechActReading act, double answered) {
		return this.weighing.probability(Group.HANDOFF, act, answered) >= this.thresholds.plea();
	}

	private static Decision handOver(SpeechActReading act) {
		var plea = act.act(Group.HANDOFF);
		return new Decision.HandOver("needs a person: " + plea, plea, act.secondPlea().orElse(null));
	}

	private Decision decide(Interpretation interpretation, Query query, Judgement judgement) {
		var chosen = chosen(query, judgement);
		if (chosen.isPresent()) {
			return answer("the choice taken", query, chosen.get());
		}
		var act = interpretation.act();
		if (this.weighing.probability(Group.OUT_OF_SCOPE, act, judgement.answered()) >= this.thresholds.elsewhere()) {
			return decline("about something else", Decision.Reason.OUT_OF_SCOPE, query, judgement);
		}
		if (this.weighing.probability(Group.BACKGROUND, act, judgement.answered()) >= this.thresholds.smallTalk()) {
			return new Decision.SmallTalk("tells of themselves", SpeechAct.FACT);
		}
		var likely = judgement.answered() >= this.thresholds.answer();
		if (likely && asksOfLaterYear(query, judgement)) {
			return decline("asks of a year that the guidance does not reach", Decision.Reason.NOT_COVERED, query,
					judgement);
		}
		if (likely) {
			var nations = interpretation.nationAsked() ? List.<Nation>of() : tooManyNations(query, judgement);
			return nations.isEmpty() ? answer("likely answered", query, judgement)
					: new Decision.Clarify("differs between nations", Slot.NATION, query.text(),
							nations.stream().map(Nation::displayName).toList(), judgement);
		}
		var covered = otherNations(query);
		if (!covered.isEmpty()) {
			return new Decision.Decline("said of other nations only", Decision.Reason.OTHER_NATIONS_ONLY, query,
					judgement, covered);
		}
		if (judgement.answered() >= this.thresholds.maybe()) {
			var options = judgement.judged()
				.stream()
				.map((each) -> each.what().label())
				.filter((label) -> !label.isEmpty())
				.distinct()
				.limit(OFFERED)
				.toList();
			if (options.size() == OFFERED) {
				return new Decision.Clarify("perhaps meant", Slot.TOPIC, query.text(), options, judgement);
			}
		}
		return decline("not likely answered", Decision.Reason.NOT_COVERED, query, judgement);
	}

	/** A year to come is answered by what states that year alone. */
	private static boolean asksOfLaterYear(Query query, Judgement judgement) {
		var years = Figures.backedBy(query.text())
			.stream()
			.filter((figure) -> figure.kind() == Figure.Kind.YEAR)
			.toList();
		// an academic year that has begun is no year to come
		if (years.stream().anyMatch((figure) -> year(figure) == query.asked().getYear())) {
			return false;
		}
		var later = years.stream().filter((figure) -> year(figure) > query.asked().getYear()).toList();
		var best = judgement.best().orElseThrow().what();
		return !later.isEmpty() && !Figures.backedBy(best.text()).containsAll(later);
	}

	private static int year(Figure figure) {
		return Integer.parseInt(figure.value());
	}

	/**
	 * The nations that have each a likely statement of their own, where these are more
	 * than fit side by side.
	 */
	private static List<Nation> tooManyNations(Query query, Judgement judgement) {
		var statements = judgement.statements();
		if (query.nation() != null || judgement.best().orElseThrow().what() instanceof CuratedCandidate
				|| statements.isEmpty()) {
			return List.of();
		}
		var own = statements.stream()
			.filter((likely) -> likely.beside(statements.getFirst()))
			.map(Judgement.Likely::statement)
			.filter((statement) -> statement.nationsStated() && statement.nations().size() == 1)
			.toList();
		var nations = EnumSet.noneOf(Nation.class);
		own.forEach((statement) -> nations.addAll(statement.nations()));
		var words = own.stream().mapToInt((statement) -> statement.text().split("\\s+").length).sum();
		return (nations.size() > 1 && own.contains(statements.getFirst().statement()) && words > SIDE_BY_SIDE)
				? List.copyOf(nations) : List.of();
	}

	/** What was judged of the choice that the visitor has taken, put first. */
	private static Optional<Judgement> chosen(Query query, Judgement judgement) {
		if (query.chosen() == null) {
			return Optional.empty();
		}
		var meant = judgement.judged().stream().filter((each) -> each.what().label().equals(query.chosen())).toList();
		return meant.isEmpty() ? Optional.empty() : Optional.of(new Judgement(meant, judgement.answered()));
	}

	private Decision answer(String rule, Query query, Judgement judgement) {
		var curated = query.asOf().isBefore(query.asked()) ? Optional.<CuratedCandidate>empty() : curated(judgement);
		if (curated.isPresent()) {
			return new Decision.Curated(rule, query, curated.get(), judgement);
		}
		var best = judgement.best().orElseThrow();
		// in the place of an editors' answer that may not be given, what is likely by
		// itself
		var stated = judgement.judged()
			.stream()
			.filter((judged) -> judged.what() instanceof StatementCandidate)
			.findFirst()
			.filter((judged) -> judged.beside(best) || judged.probability() >= this.thresholds.answer());
		return stated.isPresent() ? new Decision.Answer(rule, query, judgement) : decline(
				"only an editors' answer that may not be given", Decision.Reason.NOT_COVERED, query, judgement);
	}

	/**
	 * The editors' answer that is the likeliest, or that says with likely words what the
	 * likeliest statement says; not one that something newer has overtaken.
	 */
	private Optional<CuratedCandidate> curated(Judgement judgement) {
		var best = judgement.best().orElseThrow();
		return judgement.judged()
			.stream()
			.filter((judged) -> judged.equals(best) || (judged.beside(best) && cites(judged.what(), best.what())))
			.map(Judged::what)
			.filter(CuratedCandidate.class::isInstance)
			.map(CuratedCandidate.class::cast)
			.filter((curated) -> !this.supersession.stale(curated.section(), judgement))
			.findFirst();
	}

	private static boolean cites(Candidate editors, Candidate candidate) {
		return editors instanceof CuratedCandidate curated && candidate instanceof StatementCandidate statement
				&& curated.section()
					.lines()
					.stream()
					.anyMatch((line) -> line.evidence().contains(statement.statement()));
	}

	private static Decision decline(String rule, Decision.Reason reason, @Nullable Query query,
			@Nullable Judgement judgement) {
		return new Decision.Decline(rule, reason, query, judgement, List.of());
	}

	/**
	 * The nations that the guidance answers a question for, where it does not for the
	 * visitor's own.
	 */
	private List<Nation> otherNations(Query query) {
		if (query.nation() == null || query.origin() == NationOrigin.MATTER) {
			return List.of();
		}
		var anywhere = this.judge.apply(query.anywhere());
		if (anywhere.answered() < this.thresholds.answer()) {
			return List.of();
		}
		var nations = EnumSet.noneOf(Nation.class);
		anywhere.best().map(Judged::what).stream().flatMap(DecisionPolicy::stated).forEach(nations::add);
		// what holds for the visitor's own nation too is not said of others only
		return nations.contains(query.nation()) ? List.of() : new ArrayList<>(nations);
	}

	private static Stream<Nation> stated(Candidate candidate) {
		return (candidate instanceof StatementCandidate statement && !statement.nations().isEmpty()
				&& statement.nations().size() < Nation.values().length) ? statement.nations().stream() : Stream.empty();
	}

}
