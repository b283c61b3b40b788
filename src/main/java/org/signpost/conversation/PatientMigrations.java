package org.signpost.conversation;

import java.sql.SQLException;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets a migration take as long as it takes. It may write every turn anew, and nobody
 * waits for an answer yet; all other statements are given up after seconds.
 */
final class PatientMigrations implements Callback {

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_EACH_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		try {
			// the pool sets it back when it has the connection again
			context.getConnection().setNetworkTimeout(Runnable::run, 0);
		}
		catch (SQLException ex) {
			throw new FlywayException("The migration cannot be given time", ex);
		}
	}

	@Override
	public String getCallbackName() {
		return getClass().getSimpleName();
	}

}
