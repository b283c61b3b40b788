package org.signpost.judging;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.signpost.knowledge.Statement;
import org.signpost.knowledge.Subjects;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Figures;
import org.signpost.language.Words;
import org.signpost.understanding.Stopwords;

/**
 * Tells what statements speak of by the words that they share and by how near they are in
 * meaning. Sure of little: of twenty values that had moved to another subject it tells
 * about half, of twenty reworded ones and of the 774 that the shipped answers take none
 * ({@code src/test/resources/evidence}). Runs the encoder only where few words are
 * shared, for a handful of lines. Safe for many threads.
 */
public final class LikeSubjects implements Subjects {

	/** Of the shipped answers three lines share two telling words, none fewer. */
	private static final int FEW = 2;

	/**
	 * What is about another thing is less alike, half of the time; of what shares as few
	 * words and is about the same the least alike is at 0.61.
	 */
	private static final double ALIKE = 0.57;

	private final EmbeddingStore embedding;

	public LikeSubjects(EmbeddingStore embedding) {
		this.embedding = embedding;
	}

	@Override
	public boolean differ(String line, String answer, Set<String> words, Statement statement) {
		if (!this.embedding.enabled()) {
			return false;
		}
		var lead = (statement.lead() != null) ? statement.lead() + " " : "";
		var stated = new HashSet<>(statement.stems());
		stated.addAll(lead.isEmpty() ? Set.of() : Words.stems(lead));
		var shared = stated.stream().filter(words::contains).filter(LikeSubjects::isTelling).count();
		return shared <= FEW && Stream.of(line, answer)
			.allMatch((said) -> Stream.of(statement.text(), statement.section() + ": " + lead + statement.text())
				.allMatch((text) -> cosine(said, text) < ALIKE));
	}

	private double cosine(String a, String b) {
		return this.embedding.encode(Figures.undated(a)).cosine(this.embedding.encode(Figures.undated(b)));
	}

	private static boolean isTelling(String stem) {
		return stem.chars().allMatch(Character::isLetter) && !Stopwords.containsStem(stem);
	}

}
