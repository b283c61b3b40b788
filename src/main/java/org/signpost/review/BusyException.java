package org.signpost.review;

/** Thrown when something is to be begun while another piece of work goes on. */
public final class BusyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BusyException() {
		super("An evaluation or a comparison is running", null, false, false);
	}

}
