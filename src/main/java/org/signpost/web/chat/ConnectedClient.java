package org.signpost.web.chat;

import org.signpost.web.Caller;

/** A client that is connected to this server, by whatever means. */
interface ConnectedClient {

	/** Who it is. */
	Caller caller();

	/** Looks at the clock; called about once a second. */
	void tick();

	/** Says goodbye and closes, because the server stops. */
	void stop();

	/** Forgets the client; its conversation stays. */
	void end();

}
