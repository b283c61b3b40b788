package org.signpost.conflicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.signpost.decision.Supersession;
import org.signpost.judging.SameFact;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Problem;
import org.signpost.knowledge.Statement;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.ModelFiles;

/**
 * Finds the conflicts of all guidance: two sources that give different values for one
 * thing. What is one thing is learnt ({@link SameClaim}); over all pairs that alone would
 * not do, so no source may tell the two apart: of a third source, or of either's own, the
 * two must not be two different claims. Which of the two is given is told by what answers
 * ({@link Supersession}). Costs about a millisecond of one core for each claim, and five
 * for each pair that only the encoder can tell. Safe for many threads.
 */
public final class ConflictFinder {

	/**
	 * So probably one thing that an editor should look: with each file of labelled pairs
	 * kept apart in turn 61 % of those with different values are found and 10 % of those
	 * that only look alike are taken for it, before what the sources tell apart is left
	 * out ({@code src/training/claims.py}, record 33).
	 */
	private static final double ONE_THING = 0.2;

	private final SameClaim sameClaim;

	private final Supersession supersession;

	ConflictFinder(SameClaim sameClaim, Supersession supersession) {
		this.sameClaim = sameClaim;
		this.supersession = supersession;
	}

	/** A finder that knows the meaning of texts by an embedding. */
	public static ConflictFinder of(EmbeddingStore embedding) {
		var files = ModelFiles.packed();
		return new ConflictFinder(new SameClaim(embedding, files), new Supersession(new SameFact(embedding, files)));
	}

	/**
	 * The conflicts, those first that an editor has to mend.
	 * @param day for which it is told what is in force
	 * @param pause called between pieces of work of some milliseconds; what it throws
	 * gives the work up
	 */
	public List<Conflict> find(KnowledgeBase knowledgeBase, LocalDate day, Runnable pause) {
		return look(knowledgeBase, day, pause).conflicts();
	}

	/**
	 * The conflicts, and the editors' answers that rest on what newer statements have
	 * overtaken, at no more cost.
	 * @param day for which it is told what is in force
	 * @param pause called between pieces of work of some milliseconds
	 */
	public Findings look(KnowledgeBase knowledgeBase, LocalDate day, Runnable pause) {
		var claims = new ArrayList<Claim>();
		for (var statement : knowledgeBase.statements()) {
			claims.addAll(Claim.of(statement));
			pause.run();
		}
		var rarity = Rarity.of(claims.stream().map(Claim::context).toList());
		var likely = new ArrayList<Match>();
		for (var pair : ClaimNeighbours.among(claims, rarity, pause)) {
			var match = match(claims.get(pair.first()), claims.get(pair.second()), rarity);
			if (match.probability() >= ONE_THING) {
				likely.add(match);
			}
			pause.run();
		}
		var counterparts = counterparts(likely);
		var found = new LinkedHashMap<List<String>, Conflict>();
		var history = new ArrayList<Conflict>();
		for (var match : likely) {
			if (contradicts(match) && !toldApart(match, counterparts)) {
				var a = match.a().statement();
				var b = match.b().statement();
				var conflict = Conflict.of(a, b, this.supersession.precedence(a, b, knowledgeBase.replacements(), day),
						match.probability());
				if (isOfAnotherTime(a, b, day) || isOfAnotherTime(b, a, day)) {
					// what was true of another time can be true, but may be outdated
					history.add(conflict);
				}
				else {
					found.merge(List.of(a.id(), b.id()), conflict,
							(one, other) -> (one.probability() >= other.probability()) ? one : other);
				}
			}
		}
		var conflicts = found.values().stream().sorted(Conflict.WORST_FIRST).toList();
		history.addAll(0, conflicts);
		return new Findings(conflicts, new OvertakenAnswers(this.supersession, history).find(knowledgeBase));
	}

	private Match match(Claim a, Claim b, Rarity rarity) {
		return new Match(a, b, this.sameClaim.probability(a, b, rarity));
	}

	/** The likeliest counterpart of each claim in each source. */
	private static Map<Claim, Map<String, Match>> counterparts(List<Match> likely) {
		var counterparts = new HashMap<Claim, Map<String, Match>>();
		for (var match : likely) {
			add(match.a(), match.b(), match, counterparts);
			add(match.b(), match.a(), match, counterparts);
		}
		return counterparts;
	}

	private static void add(Claim claim, Claim other, Match match, Map<Claim, Map<String, Match>> counterparts) {
		if (!claim.statement().source().equals(other.statement().source())) {
			counterparts.computeIfAbsent(claim, (each) -> new HashMap<>())
				.merge(other.statement().source(), match,
						(one, another) -> (one.probability() >= another.probability()) ? one : another);
		}
	}

	/** Whether a source has for the two of them two different counterparts. */
	private static boolean toldApart(Match match, Map<Claim, Map<String, Match>> counterparts) {
		var own = new HashMap<String, Claim>();
		counterparts.getOrDefault(match.a(), Map.of())
			.forEach((source, each) -> own.put(source, each.other(match.a())));
		own.put(match.a().statement().source(), match.a());
		var others = new HashMap<String, Claim>();
		counterparts.getOrDefault(match.b(), Map.of())
			.forEach((source, each) -> others.put(source, each.other(match.b())));
		others.put(match.b().statement().source(), match.b());
		return own.entrySet().stream().anyMatch((each) -> {
			var other = others.get(each.getKey());
			return other != null && !other.statement().equals(each.getValue().statement());
		});
	}

	/** Whether both cannot be true of one time. */
	private static boolean contradicts(Match match) {
		var a = match.a();
		var b = match.b();
		return !a.statement().source().equals(b.statement().source()) && a.values().contradict(b.values())
				&& !a.values().otherPeriod(b.values()) && !a.values().otherUnit(b.values())
				&& !agreesElsewhere(a.statement(), b) && !agreesElsewhere(b.statement(), a);
	}

	/** Another cell of the row, or of the other's, gives the value. */
	private static boolean agreesElsewhere(Statement statement, Claim claim) {
		var given = SameFact.changing(claim.narrowed());
		return !given.isEmpty() && SameFact.changing(statement).containsAll(given);
	}

	/**
	 * Whether the one says itself that it is of a time before the other's, or of one to
	 * come.
	 */
	private static boolean isOfAnotherTime(Statement one, Statement other, LocalDate day) {
		return saysItsDate(one) && (Supersession.after(other, one)
				|| (Supersession.after(one, other) && !Supersession.inForce(one, day)));
	}

	private static boolean saysItsDate(Statement statement) {
		var asOf = statement.asOf();
		var words = statement.section() + " " + ((statement.lead() != null) ? statement.lead() : "") + " "
				+ statement.text();
		return asOf != null && !SameFact.changing(statement).isEmpty()
				&& Figures.backedBy(words).contains(new Figure(Figure.Kind.YEAR, String.valueOf(asOf.year())));
	}

	/**
	 * What was found.
	 *
	 * @param conflicts the conflicts, those first that an editor has to mend
	 * @param overtaken a warning for each part of an editors' answer that rests on what
	 * something newer has overtaken
	 */
	public record Findings(List<Conflict> conflicts, List<Problem> overtaken) {

		public Findings {
			conflicts = List.copyOf(conflicts);
			overtaken = List.copyOf(overtaken);
		}

	}

	/** Two claims that may be of one thing. */
	private record Match(Claim a, Claim b, double probability) {

		Claim other(Claim claim) {
			return claim.equals(this.a) ? this.b : this.a;
		}

	}

}
