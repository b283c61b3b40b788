package org.signpost.retrieval;

import java.util.Set;

import org.signpost.knowledge.Nation;

/** Something of the knowledge base that may answer a question. */
public sealed interface Candidate permits StatementCandidate, CuratedCandidate {

	/** Unique in the knowledge base. */
	String id();

	/** What the judge reads of it. */
	String text();

	/** The nations it speaks for; none where it speaks for a nation not known. */
	Set<Nation> nations();

	/** A few words for what it is about, to name or offer it by. */
	String label();

}
