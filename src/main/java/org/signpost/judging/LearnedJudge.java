package org.signpost.judging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.signpost.language.EmbeddingStore;
import org.signpost.language.Encoding;
import org.signpost.language.LanguageTools;
import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.understanding.IntentPrediction;
import org.signpost.understanding.Query;

/**
 * Judges by the model that was trained on labelled guidance of many careers: all
 * candidates by their vectors, the nearest by reading them together with the question,
 * which tells like figures apart. Costs one run of the encoder (3 ms), which retrieval
 * has made already, and about a millisecond for each candidate read. Without the model
 * the words shared have to do.
 */
public final class LearnedJudge implements RelevanceJudge {

	private static final Comparator<Judged> LIKELIEST = Comparator.comparingDouble(Judged::probability)
		.reversed()
		.thenComparing((each) -> each.what().id());

	/** So near to an example, a question is that example in other letters. */
	private static final double AS_ASKED = 0.85;

	/** Candidates that are read; as many as the reader was calibrated on. */
	private static final int READ = 8;

	private final EmbeddingStore embedding;

	private final Calibration calibration;

	public LearnedJudge(LanguageTools language, Calibration calibration) {
		this.embedding = language.embedding();
		this.calibration = calibration;
	}

	@Override
	public Judgement judge(Query query, List<Candidate> candidates) {
		if (!this.embedding.enabled() || candidates.isEmpty()) {
			return SharedWords.judge(query, candidates);
		}
		var asked = this.embedding.encodeQuestion(query.inConversation());
		var logits = logits(asked, candidates);
		for (int i = 0; i < logits.length; i++) {
			logits[i] = Math.max(logits[i], asExample(query, candidates.get(i)));
		}
		var judged = IntStream.range(0, logits.length)
			.mapToObj((i) -> new Judged(candidates.get(i),
					Calibration.sigmoid(logits[i] + this.calibration.intent() * meant(query, candidates.get(i)))))
			.sorted(LIKELIEST)
			.toList();
		var best = Arrays.stream(logits).max().orElseThrow();
		var next = Arrays.stream(logits).sorted().skip(Math.max(0, logits.length - 2)).findFirst().orElseThrow();
		return new Judgement(judged,
				this.calibration.answered(best, (logits.length > 1) ? best - next : Calibration.ALONE, asked.doubt()));
	}

	/** What is not read is taken to be as unlikely as the unlikeliest that is. */
	private double[] logits(Encoding asked, List<Candidate> candidates) {
		var near = candidates.stream()
			.mapToDouble((candidate) -> this.calibration.logit(asked, this.embedding.encode(candidate.text())))
			.toArray();
		var nearest = IntStream.range(0, near.length)
			.boxed()
			.sorted(Comparator.<Integer>comparingDouble((i) -> -near[i]).thenComparing((i) -> candidates.get(i).id()))
			.limit(READ)
			.toList();
		var read = new double[near.length];
		nearest.forEach((i) -> read[i] = this.embedding.read(asked, candidates.get(i).text()));
		var least = nearest.stream().mapToDouble((i) -> read[i]).min().orElse(0);
		return IntStream.range(0, near.length)
			.mapToDouble((i) -> this.calibration.joined(near[i], nearest.contains(i) ? read[i] : least))
			.toArray();
	}

	/**
	 * Of a question put as editors put an example of an intent: that their answer answers
	 * it.
	 */
	private double asExample(Query query, Candidate candidate) {
		return (candidate instanceof CuratedCandidate curated) ? query.intents()
			.stream()
			.filter((intent) -> intent.name().equals(curated.answer().intent()) && intent.nearest() >= AS_ASKED)
			.mapToDouble((intent) -> this.calibration.logit(intent.nearest()))
			.max()
			.orElse(Double.NEGATIVE_INFINITY) : Double.NEGATIVE_INFINITY;
	}

	/** How surely the intent classifier means a candidate. */
	private static double meant(Query query, Candidate candidate) {
		return (candidate instanceof CuratedCandidate curated) ? query.intents()
			.stream()
			.filter((intent) -> intent.name().equals(curated.answer().intent()))
			.mapToDouble(IntentPrediction::probability)
			.sum() : 0;
	}

}
