package org.signpost.answering;

import java.util.Locale;

import org.signpost.language.Progress;

/**
 * How far the taking up of a changed knowledge base is.
 *
 * @param step what is being done
 * @param done how many files, texts or statements that is done with
 * @param all of how many
 */
public record LoadProgress(Progress.Step step, int done, int all) {

	/** For people. */
	@Override
	public String toString() {
		var words = switch (this.step) {
			case READING -> "reading %,d of %,d files";
			case ENCODING -> "encoding %,d of %,d texts";
			case INDEXING -> "indexing %,d of %,d statements";
		};
		return String.format(Locale.ROOT, words, this.done, this.all);
	}

}
