package org.signpost.judging;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Statement;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.ModelFiles;
import org.signpost.language.Words;
import org.signpost.understanding.Stopwords;

/**
 * Tells how probably two statements state one fact, of one kind, for one group and under
 * one condition, whatever values they give: logistic regression on how alike they are in
 * meaning, on what words they share, and on the products of these, fitted on labelled
 * pairs of other careers ({@code src/training/pairs}). Costs up to six runs of the
 * encoder for statements not met of late. Safe for many threads.
 */
public final class SameFact {

	private static final Set<Figure.Kind> CHANGING = Set.of(Figure.Kind.MONEY, Figure.Kind.PERCENT, Figure.Kind.NUMBER);

	private static final Pattern FIGURE = Pattern.compile("£?\\d[\\d,.]*k?%?");

	private static final String NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|half";

	/** What a figure counts: the words behind it. */
	private static final Pattern UNIT = Pattern
		.compile("(?:£?\\d[\\d,.]*k?|\\b(?:" + NUMBER_WORDS + ")\\b)[- ]?(%|[a-z]+)?(?: ([a-z]+))?");

	private static final Set<String> NO_UNIT = Set.of("to", "and", "or", "of", "the", "a", "in", "from");

	private static final Set<String> NEUTRAL = Set.copyOf(new HashSet<>(Words.stems(
			"england wales scotland northern ireland year january february march april may june july august september october november december "
					+ "figures rose rise higher now new newer old older previously current currently")));

	private final EmbeddingStore embedding;

	private final List<Double> mean;

	private final List<Double> deviation;

	private final List<Double> weights;

	public SameFact(EmbeddingStore embedding, ModelFiles files) {
		this.embedding = embedding;
		this.mean = files.chosenList("same-fact-mean");
		this.deviation = files.chosenList("same-fact-deviation");
		this.weights = files.chosenList("same-fact-weights");
	}

	/**
	 * How probably two statements state one fact. 0 where no nation, or no kind of figure
	 * that changes, is common to both.
	 */
	public double probability(Statement a, Statement b) {
		return comparable(a, b) ? ofComparable(a, b) : 0;
	}

	private double ofComparable(Statement a, Statement b) {
		var z = features(a, b, this.embedding);
		for (int i = 0; i < z.length; i++) {
			// without the model nothing is known of their meaning
			z[i] = (this.embedding.enabled() || i >= COSINES)
					? Math.clamp((z[i] - this.mean.get(i)) / this.deviation.get(i), -FARTHEST, FARTHEST) : 0;
		}
		var weight = this.weights.iterator();
		var logit = weight.next();
		for (var each : z) {
			logit += weight.next() * each;
		}
		for (int i = 0; i < z.length; i++) {
			for (int j = i; j < z.length; j++) {
				logit += weight.next() * z[i] * z[j];
			}
		}
		return Calibration.sigmoid(logit);
	}

	/** Whether two statements may state one fact at all. */
	public static boolean comparable(Statement a, Statement b) {
		return a.nations().stream().anyMatch(b.nations()::contains) && kinds(a).stream().anyMatch(kinds(b)::contains);
	}

	/** The figures that change with time: amounts, shares, counts. */
	public static Set<Figure> changing(Statement statement) {
		return statement.figures()
			.stream()
			.filter((figure) -> CHANGING.contains(figure.kind()))
			.collect(Collectors.toSet());
	}

	private static final int COSINES = 3;

	/** Standard deviations; what lies farther out was never seen. */
	private static final double FARTHEST = 4;

	/**
	 * What is weighed, the same whichever statement comes first.
	 * @param embedding tells how near they are in meaning; without one that is 0
	 */
	public static double[] features(Statement a, Statement b, @Nullable EmbeddingStore embedding) {
		var own = words(a.stems());
		var other = words(b.stems());
		var heads = heads(a);
		var otherHeads = heads(b);
		var context = context(a, own);
		var otherContext = context(b, other);
		var units = units(a);
		var otherUnits = units(b);
		var left = without(own, otherContext);
		var right = without(other, context);
		return new double[] { cosine(text(a), text(b), embedding), cosine(masked(a), masked(b), embedding),
				cosine(inContext(a), inContext(b), embedding), ofSmaller(own, other), ofAll(own, other),
				ofAll(context, otherContext), ofSmaller(context, otherContext), ofSmaller(heads, otherHeads),
				Math.min(share(left, own), share(right, other)), Math.max(share(left, own), share(right, other)),
				Math.min(6, Math.min(left, right)) / 6.0, ofAll(kinds(a), kinds(b)), ofSmaller(units, otherUnits),
				(!units.isEmpty() && !otherUnits.isEmpty() && shared(units, otherUnits) == 0) ? 1 : 0,
				a.headings().equals(b.headings()) ? 1 : 0, shared(own, other) / 6.0 };
	}

	private static double cosine(String a, String b, @Nullable EmbeddingStore embedding) {
		return (embedding != null) ? embedding.encode(a).cosine(embedding.encode(b)) : 0;
	}

	private static String text(Statement statement) {
		return Figures.undated(statement.text());
	}

	private static String masked(Statement statement) {
		return FIGURE.matcher(text(statement)).replaceAll("#");
	}

	private static String inContext(Statement statement) {
		return (statement.headings().isEmpty() ? "" : statement.section() + ": ")
				+ ((statement.lead() != null) ? statement.lead() + " " : "") + text(statement);
	}

	private static Set<Figure.Kind> kinds(Statement statement) {
		return changing(statement).stream().map(Figure::kind).collect(Collectors.toSet());
	}

	private static Set<String> heads(Statement statement) {
		return words(Words.stems(statement.section() + " " + ((statement.lead() != null) ? statement.lead() : "")));
	}

	private static Set<String> context(Statement statement, Set<String> own) {
		var context = new HashSet<>(own);
		context.addAll(heads(statement));
		statement.headings().forEach((heading) -> context.addAll(words(Words.stems(heading))));
		return context;
	}

	private static Set<String> units(Statement statement) {
		var units = new HashSet<String>();
		var matcher = UNIT.matcher(text(statement).toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			for (int group = 1; group <= 2; group++) {
				var word = matcher.group(group);
				if (word != null && !NO_UNIT.contains(word)) {
					units.add(Words.stem(word));
				}
			}
		}
		return units;
	}

	/** The words of a statement without figures, dates and nations. */
	private static Set<String> words(Iterable<String> stems) {
		var words = new HashSet<String>();
		stems.forEach((stem) -> {
			if (stem.chars().allMatch(Character::isLetter) && !NEUTRAL.contains(stem)
					&& !Stopwords.containsStem(stem)) {
				words.add(stem);
			}
		});
		return words;
	}

	private static int without(Set<String> words, Set<String> others) {
		return (int) words.stream().filter((word) -> !others.contains(word)).count();
	}

	private static double share(int part, Set<?> all) {
		return part / (double) Math.max(1, all.size());
	}

	private static <T> int shared(Set<T> a, Set<T> b) {
		return (int) a.stream().filter(b::contains).count();
	}

	private static <T> double ofSmaller(Set<T> a, Set<T> b) {
		return shared(a, b) / (double) Math.max(1, Math.min(a.size(), b.size()));
	}

	private static <T> double ofAll(Set<T> a, Set<T> b) {
		return shared(a, b) / (double) Math.max(1, a.size() + b.size() - shared(a, b));
	}

}
