package org.signpost.judging;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.signpost.language.Words;
import org.signpost.retrieval.Candidate;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;

/** Stands in for the model where it is switched off: the share of the telling words. */
final class SharedWords {

	private SharedWords() {
	}

	static Judgement judge(Query query, List<Candidate> candidates) {
		var asked = new HashSet<>(Stopwords.contentStems(query.text()));
		var judged = candidates.stream()
			.map((candidate) -> new Judged(candidate, share(asked, candidate)))
			.sorted(Comparator.comparingDouble(Judged::probability)
				.reversed()
				.thenComparing((each) -> each.what().id()))
			.toList();
		return new Judgement(judged, judged.isEmpty() ? 0 : judged.getFirst().probability());
	}

	private static double share(Set<String> asked, Candidate candidate) {
		var own = new HashSet<>(Words.stems(candidate.text()));
		return asked.isEmpty() ? 0 : asked.stream().filter(own::contains).count() / (double) asked.size();
	}

}
