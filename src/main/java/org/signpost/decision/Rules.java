package org.signpost.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.signpost.conversation.Slot;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.Words;
import org.signpost.retrieval.AnswerFit;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.understanding.IntentPrediction;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;
import org.signpost.understanding.Stopwords;

/** The rules for one query, in no order of their own. */
final class Rules {

	/** An intent this sure is taken at its word; chosen on the development sets. */
	static final double SURE_INTENT = 0.3;

	/**
	 * So likely of the sort that guidance hardly ever says, statements have to speak for
	 * it; and so much of the question in words that neither guidance nor editors use is
	 * another question.
	 */
	static final double BEYOND = 0.5;

	static final double STRANGE = 0.45;

	/**
	 * So surely what editors have answered that "best" and "hardest" are words of theirs.
	 */
	static final double PLAINLY_MEANT = 0.8;

	/** Nearer than this to an example, a question means its yes by yes. */
	static final double AS_ASKED = 0.88;

	/** Of an example that no other intent's comes near: its cosine, and how far ahead. */
	static final double NEAR_ENOUGH = 0.86;

	static final double BY_FAR = 0.05;

	/** Of a statement that says just what is asked: coverage and cosine. */
	static final double SAYS_ALL = 0.9;

	static final double SAYS_SO = 0.8;

	/** So likely answerable that strange words do not speak against it. */
	static final double LIKELY = 0.6;

	/** So sure that weak evidence does not speak against it. */
	static final double VERY_SURE_INTENT = 0.5;

	/** Near enough to an editor's example to be taken for it. */
	static final double NEAR_EXAMPLE = 0.9;

	static final double ENOUGH = 0.42;

	private static final Pattern UNKNOWABLE = Pattern.compile(
			"\\b(?:best|worst|easiest|hardest|most popular|better than|rank(?:ed|ing)?|right now|at the moment|tomorrow|this week|next week|near me|nearest|on my (?:road|street)|my (?:local|old|nearest)|should i quit|will .* in 20[3-9]\\d)\\b",
			Pattern.CASE_INSENSITIVE);

	/**
	 * The names of the world's countries but the one this is about and its neighbour of
	 * the same name.
	 */
	private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
		.filter((code) -> !Set.of("GB", "IE").contains(code))
		.map((code) -> String.join(" ", Words.of(Locale.of("", code).getDisplayCountry(Locale.ENGLISH))))
		.collect(Collectors.toUnmodifiableSet());

	private static final Pattern TRADE = Pattern.compile(
			"\\b(?:become|becoming|train(?:ing)? (?:as|to be)|work(?:ing)? as|a job as|career as|qualify as) an? ((?:[\\w-]+ ?){1,4})",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OWN_PLACE = Pattern.compile(
			"\\b(?:where (?:i|we) (?:live|am|are|work|teach)|(?:in )?(?:my|our|this) (?:country|nation|part of the (?:uk|country)|area|region))\\b",
			Pattern.CASE_INSENSITIVE);

	private Rules() {
	}

	/**
	 * An editor's answer fits: the intent is sure, retrieval agrees and nothing newer is
	 * known.
	 */
	static Optional<Decision> curated(Situation situation) {
		var query = situation.query();
		var today = situation.interpretation().question().date();
		var dates = query.shape() == AnswerShape.DATE
				&& situation.answerability().signals().getOrDefault("quoted", 0.0) > 0;
		if (query.intents().isEmpty() || dates || query.asOf().isBefore(today)
				|| (situation.statements().unknownShare() > STRANGE
						&& situation.answerability().probability() < LIKELY)) {
			return Optional.empty();
		}
		for (var intent : query.intents()) {
			if (intent.confidence() <= VERY_SURE_INTENT && situation.answerability().probability() < 0.2
					|| situation.interpretation().act().beyond() > BEYOND && intent.nearest() < NEAR_EXAMPLE) {
				continue;
			}
			var sure = intent.confidence() >= SURE_INTENT
					|| (intent.nearest() >= NEAR_EXAMPLE && intent.probability() > 0.2)
					|| nearestByFar(intent, query.intents());
			var answer = situation.knowledgeBase().findAnswer(intent.name()).orElseThrow();
			var section = section(answer, query);
			if (sure && section.isPresent() && !saidBetter(situation, intent, section.get())
					&& agrees(situation, answer) && fits(query.shape(), section.get())
					&& !Supersession.stale(section.get(), situation.statements())) {
				return Optional.of(new Decision.Curated("curated answer", query, answer, section.get(),
						query.shape() == AnswerShape.YES_NO && intent.nearest() >= AS_ASKED, situation.statements()));
			}
		}
		return Optional.empty();
	}

	/** Its example is much nearer to the question than any of another intent's. */
	private static boolean nearestByFar(IntentPrediction intent, List<IntentPrediction> all) {
		return intent.nearest() >= NEAR_ENOUGH && intent.probability() > 0.1
				&& all.stream()
					.filter((other) -> !other.name().equals(intent.name()))
					.allMatch((other) -> other.nearest() < intent.nearest() - BY_FAR);
	}

	/**
	 * A statement that says just what is asked goes before an answer that only may be
	 * meant.
	 */
	private static boolean saidBetter(Situation situation, IntentPrediction intent, CuratedAnswer.Section section) {
		var hits = situation.statements().hits();
		if (hits.isEmpty() || intent.confidence() > VERY_SURE_INTENT || intent.nearest() >= NEAR_EXAMPLE) {
			return false;
		}
		var best = hits.getFirst();
		return best.fits() && best.coverage() > SAYS_ALL && best.cosine() > SAYS_SO
				&& section.lines().stream().noneMatch((line) -> line.evidence().contains(best.statement()));
	}

	private static Optional<CuratedAnswer.Section> section(CuratedAnswer answer, Query query) {
		var nation = query.nation();
		if (nation == null || query.origin() == org.signpost.understanding.NationOrigin.MATTER) {
			return answer.findAnywhere().or(() -> (nation != null) ? answer.findSection(nation) : Optional.empty());
		}
		return answer.findSection(nation).or(answer::findAnywhere);
	}

	/** Retrieval agrees when what it found comes from a source that the editors cite. */
	private static boolean agrees(Situation situation, CuratedAnswer answer) {
		var cited = new HashSet<String>();
		answer.sections().forEach((section) -> section.lines().forEach((line) -> cited.addAll(line.sources())));
		return situation.statements()
			.hits()
			.stream()
			.limit(8)
			.anyMatch((hit) -> cited.contains(hit.statement().source()))
				|| situation.statements()
					.rejected()
					.stream()
					.limit(8)
					.anyMatch((hit) -> cited.contains(hit.statement().source()));
	}

	/**
	 * An answer to "how much" needs an amount, unless the editors say that none is known.
	 */
	private static boolean fits(AnswerShape shape, CuratedAnswer.Section section) {
		var known = section.lines()
			.stream()
			.anyMatch((line) -> line.kind() != CuratedAnswer.Kind.NOTE && !line.evidence().isEmpty());
		return switch (shape) {
			case AMOUNT, NUMBER, DURATION,
					DATE ->
				!known || section.lines()
					.stream()
					.anyMatch((line) -> AnswerFit.holds(line.text(), Figures.in(line.text()), shape));
			default -> true;
		};
	}

	/**
	 * The question asks for what no guidance holds: a ranking, the state of today, one
	 * person's case.
	 */
	static Optional<Decision> unknowable(Situation situation) {
		var query = situation.query();
		var meant = !query.intents().isEmpty() && query.intents().getFirst().confidence() > PLAINLY_MEANT;
		if (!UNKNOWABLE.matcher(query.text()).find() || meant || situation.answerability().probability() > 0.9) {
			return Optional.empty();
		}
		return Optional.of(new Decision.Decline("asks for what guidance cannot know", Decision.Reason.NOT_COVERED,
				query, situation.statements(), List.of()));
	}

	/** A year that lies ahead is answered only by a statement on that year. */
	static Optional<Decision> futureYear(Situation situation) {
		var today = situation.interpretation().question().date();
		var asked = situation.query()
			.quoted()
			.stream()
			.filter((figure) -> figure.kind() == Figure.Kind.YEAR)
			.filter((figure) -> Integer.parseInt(figure.value()) > today.getYear())
			.toList();
		if (asked.isEmpty()) {
			return Optional.empty();
		}
		var stated = situation.statements()
			.hits()
			.stream()
			.limit(5)
			.anyMatch((hit) -> Figures.backedBy(hit.statement().text()).containsAll(asked));
		return stated ? Optional.empty()
				: Optional.of(new Decision.Decline("asks of a year the guidance does not reach",
						Decision.Reason.NOT_COVERED, situation.query(), situation.statements(), List.of()));
	}

	/** Nothing in it is about the guidance's subject. */
	static Optional<Decision> outOfScope(Situation situation) {
		var act = situation.interpretation().act();
		if (situation.answerability().signals().getOrDefault("quoted", 0.0) > 0) {
			return Optional.empty();
		}
		var surely = act.outOfScope() > 0.8 && situation.answerability().probability() < 0.75;
		var foreign = act.act().group() == SpeechAct.Group.OUT_OF_SCOPE && act.outOfScope() > 0.55
				&& situation.query().concepts().isEmpty()
				&& (!situation.knowledgeBase().vocabulary().concepts().isEmpty()
						|| situation.answerability().probability() < LIKELY);
		var likely = act.outOfScope() > 0.4 && situation.answerability().probability() < ENOUGH;
		if (!surely && !likely && !foreign) {
			return Optional.empty();
		}
		return Optional.of(new Decision.Decline("about something else", Decision.Reason.OUT_OF_SCOPE, situation.query(),
				situation.statements(), List.of()));
	}

	/** The guidance answers it, for other nations than the visitor's. */
	static Optional<Decision> otherNations(Situation situation) {
		var query = situation.query();
		if (query.nation() == null) {
			return Optional.empty();
		}
		var own = situation.statements().hits().isEmpty() ? null : situation.statements().hits().getFirst();
		var others = situation.statements()
			.rejected()
			.stream()
			.filter((hit) -> hit.reason().equals("for another nation"))
			.filter(ScoredStatement::fits)
			.filter((hit) -> hit.coverage() > 0.55)
			.toList();
		if (others.isEmpty()) {
			return Optional.empty();
		}
		var best = others.getFirst();
		var weaker = own == null
				|| (own.score() < best.score() - 0.25 && (!own.fits() || own.cosine() < best.cosine() - 0.06));
		if (!weaker) {
			return Optional.empty();
		}
		var covered = EnumSet.noneOf(Nation.class);
		others.stream()
			.filter((hit) -> hit.score() > best.score() - 0.2)
			.forEach((hit) -> covered.addAll(hit.statement().nations()));
		return Optional.of(new Decision.Decline("said of other nations only", Decision.Reason.OTHER_NATIONS_ONLY, query,
				situation.statements(), new ArrayList<>(covered)));
	}

	/** Asks of a place that only the visitor knows. */
	static Optional<Decision> needsNation(Situation situation) {
		var query = situation.query();
		if (query.nation() != null || !OWN_PLACE.matcher(query.text()).find()) {
			return Optional.empty();
		}
		return Optional.of(new Decision.Clarify("asks of the visitor's own nation", Slot.NATION, query.text(),
				Arrays.stream(Nation.values()).map(Nation::displayName).toList()));
	}

	/** Too little is named to know what is meant. */
	static Optional<Decision> needsTopic(Situation situation) {
		var query = situation.query();
		var words = Stopwords.contentWords(query.text());
		if (words.size() > 1 || !query.concepts().isEmpty() || !query.quoted().isEmpty()
				|| situation.knowledgeBase().scope().starters().isEmpty()
				|| situation.answerability().probability() > 0.8) {
			return Optional.empty();
		}
		var options = situation.knowledgeBase().scope().starters().stream().limit(4).toList();
		return Optional.of(new Decision.Clarify("names no subject", Slot.TOPIC, query.text(), options));
	}

	/** A sum, a number or a time is asked for and nothing near the question holds one. */
	static Optional<Decision> lacksFigure(Situation situation) {
		var demanded = switch (situation.query().shape()) {
			case AMOUNT, NUMBER, DURATION, DATE -> true;
			default -> false;
		};
		if (!demanded || situation.statements().holdFigure()) {
			return Optional.empty();
		}
		return Optional.of(new Decision.Decline("nothing found holds such a figure", Decision.Reason.NOT_COVERED,
				situation.query(), situation.statements(), List.of()));
	}

	/** Enough stands in the guidance. */
	static Optional<Decision> enoughEvidence(Situation situation) {
		if (situation.answerability().probability() < ENOUGH || situation.statements().hits().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Decision.Answer("enough evidence", situation.query(), situation.statements()));
	}

	/** Asks of a country that nothing near the question speaks of. */
	static Optional<Decision> abroad(Situation situation) {
		var text = " " + String.join(" ", Words.of(situation.query().text())) + " ";
		var hits = situation.statements().hits().stream().limit(5).toList();
		var country = COUNTRIES.stream()
			.filter((name) -> text.contains(" in " + name + " ") || text.contains(" to " + name + " "))
			.filter((name) -> hits.stream().noneMatch((hit) -> hit.statement().stems().contains(Words.stem(name))))
			.findFirst();
		return country.map((name) -> new Decision.Decline("asks of a country the guidance does not speak of",
				Decision.Reason.NOT_COVERED, situation.query(), situation.statements(), List.of()));
	}

	/** Asks how to become what the guidance never names. */
	static Optional<Decision> otherTrade(Situation situation) {
		var trade = TRADE.matcher(situation.query().text());
		var unknown = situation.statements().unknown();
		while (trade.find()) {
			for (var word : Words.of(trade.group(1))) {
				if (Stopwords.contains(word)) {
					break;
				}
				if (unknown.contains(Words.stem(word))) {
					return Optional.of(new Decision.Decline("another trade", Decision.Reason.OUT_OF_SCOPE,
							situation.query(), situation.statements(), List.of()));
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * The visitor quotes a figure of the guidance: it is looked at whatever the words
	 * around it.
	 */
	static Optional<Decision> quotedFigure(Situation situation) {
		return (situation.answerability().signals().getOrDefault("quoted", 0.0) > 0) ? Optional
			.of(new Decision.Answer("quotes a figure of the guidance", situation.query(), situation.statements()))
				: Optional.empty();
	}

	/** Too little stands in the guidance. */
	static Optional<Decision> weakEvidence(Situation situation) {
		return Optional.of(new Decision.Decline("too little evidence", Decision.Reason.NOT_COVERED, situation.query(),
				situation.statements(), List.of()));
	}

}
