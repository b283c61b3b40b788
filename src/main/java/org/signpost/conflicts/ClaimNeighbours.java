package org.signpost.conflicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds for each claim those that may be of the same thing, by the rare words they share,
 * so that not each must be held against each. Costs a fraction of a millisecond a claim;
 * words that very many claims have are not looked up.
 */
public final class ClaimNeighbours {

	/** So many that are likest by words; of the labelled pairs 96 in a hundred are. */
	private static final int KEPT = 8;

	/** Less alike by words is hardly ever one thing. */
	private static final double LEAST_ALIKE = 0.15;

	private static final int MOST_CLAIMS_OF_A_WORD = 200;

	private ClaimNeighbours() {
	}

	/** Pairs of claims that may be of one thing, each once. */
	public static List<Pair> among(List<Claim> claims, Rarity rarity) {
		var byWord = new HashMap<String, List<Integer>>();
		for (int i = 0; i < claims.size(); i++) {
			for (var word : claims.get(i).context()) {
				byWord.computeIfAbsent(word, (each) -> new ArrayList<>()).add(i);
			}
		}
		var most = Math.max(MOST_CLAIMS_OF_A_WORD, claims.size() / 100);
		var pairs = new HashSet<Pair>();
		for (int i = 0; i < claims.size(); i++) {
			pairs.addAll(of(i, claims, rarity, byWord, most));
		}
		return pairs.stream().sorted(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second)).toList();
	}

	private static List<Pair> of(int own, List<Claim> claims, Rarity rarity, Map<String, List<Integer>> byWord,
			int most) {
		var claim = claims.get(own);
		var shared = new HashMap<Integer, Double>();
		for (var word : claim.context()) {
			var having = byWord.getOrDefault(word, List.of());
			if (having.size() <= most) {
				having.forEach((other) -> shared.merge(other, rarity.weight(word), Double::sum));
			}
		}
		return shared.entrySet()
			.stream()
			.filter((each) -> may(claim, claims.get(each.getKey())))
			.sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> each) -> -each.getValue())
				.thenComparing(Map.Entry::getKey))
			.limit(4L * KEPT)
			.map((each) -> new Scored(each.getKey(),
					rarity.cosine(claim.context(), claims.get(each.getKey()).context())))
			.filter((each) -> each.score() >= LEAST_ALIKE)
			.sorted(Comparator.comparingDouble((Scored each) -> -each.score()).thenComparingInt(Scored::claim))
			.limit(KEPT)
			.map((each) -> new Pair(Math.min(own, each.claim()), Math.max(own, each.claim())))
			.toList();
	}

	private static boolean may(Claim a, Claim b) {
		return !a.statement().id().equals(b.statement().id())
				&& a.statement().nations().stream().anyMatch(b.statement().nations()::contains)
				&& a.values().comparable(b.values()) && !a.values().namesOthers(b.values()) && a.mayShareSubject(b);
	}

	/**
	 * Two claims by their places in the list.
	 *
	 * @param first the place of the first
	 * @param second the place of the second, larger
	 */
	public record Pair(int first, int second) {
	}

	private record Scored(int claim, double score) {
	}

}
