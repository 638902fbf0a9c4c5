/* eslint-disable */
// Written from the contract of packages/server/src/api by `npm run api`; a test holds them together.
export interface paths {
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; all other sessions end, and the own API tokens where that is asked for */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the secret of a second factor; it counts once a code was confirmed */
        post: operations["beginSecondFactor"];
        /** Turn the own second factor off */
        delete: operations["endSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the second factor with a first code */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions of the account that asks */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The alerts of a product, and how they stand */
        get: operations["listAlerts"];
        put?: never;
        /** Watch a figure, and say where it is told */
        post: operations["createAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Watch no more */
        delete: operations["removeAlert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message to all channels of an alert, now */
        post: operations["testAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the audit log, the newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest entry’s sequence and hash; publish it, and nothing before it can be changed unseen */
        get: operations["readAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow the chain, and find what was removed, altered, reordered or cut off */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/callback/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an OpenID provider sends the browser back to */
        get: operations["finishSignInElsewhere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A tar archive of the running service; with its keys on the same machine alone */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per lane: received = stored + refused + pending. Of what was stored, erased was deleted for its subjects, expired since its time was over */
        get: operations["readConservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/controls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The controls of a product: what each does, where it is set, by whom, and its default */
        get: operations["listControls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a data type is collected from a client, and because of what */
        post: operations["explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/census": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of the census lane, pseudonymous; an entry of the audit log says who took them */
        get: operations["exportCensus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of the error lane, pseudonymous; an entry of the audit log says who took them */
        get: operations["exportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of the usage lane, pseudonymous; an entry of the audit log says who took them */
        get: operations["exportUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/census": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices and users, by a data type; small groups are left out */
        get: operations["readCensus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of errors, their trend and how many are affected */
        get: operations["readErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/error/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that a group of errors is resolved, or to be ignored, or open again */
        put: operations["changeErrorGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/error/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest reports of a group of errors that enough users met, without who sent them; each view is audited */
        get: operations["readErrorSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was used how often */
        get: operations["readUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is for; its token is the part of the link after the # */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the account of an invitation, once, and sign in to it */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations, the newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Invite somebody; hand the link over yourself, no mail is sent */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an invitation that was not accepted */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ingest keys of a product, without the keys themselves */
        get: operations["listKeys"];
        put?: never;
        /** Make an ingest key */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key at once; devices that send it are refused */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a key in the place of one that goes on for the overlap */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lane-stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lanes that take no reports until an instant */
        get: operations["listLaneStops"];
        /** Stop a lane until an instant, or end the stop */
        put: operations["changeLaneStop"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations; an organisation admin sees their own */
        get: operations["listOrganisations"];
        put?: never;
        /** Register an organisation */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organisation */
        get: operations["readOrganisation"];
        /** Change what an organisation is called, its cloud and its hosting */
        put: operations["changeOrganisation"];
        post?: never;
        /** Remove an organisation that has no sites, pools, settings or admins left */
        delete: operations["removeOrganisation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is collected right now, by category and client, and by whose decision */
        get: operations["readOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who has an account */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the role of an account, or disable it; its sessions end. One operator always stays */
        put: operations["changePerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pools, of an organisation or of all */
        get: operations["listPools"];
        /** Register a pool, or change its site; its site is added where it is new. An admin adds pools below their own registered name alone */
        put: operations["putPool"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pools/{fqdn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a pool of an organisation; the settings at its scope stay */
        delete: operations["removePool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed from one served version to another */
        get: operations["diffVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions with who published and who approved them */
        get: operations["listReviews"];
        put?: never;
        /** Approve a version, by its fingerprint; each account once */
        post: operations["approveVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a product’s practices that were ever served, the newest first */
        get: operations["listVersions"];
        /** Publish a newer version of a product’s practices */
        put: operations["publishVersion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products that are served */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with refused reports, in groups, without what they say */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        /** Forget a group, or all of a product */
        delete: operations["clearQuarantine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Admit what the practices know by now */
        post: operations["replayQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a product that came out, the oldest first */
        get: operations["listReleases"];
        /** Note that a version came out on a day; charts over time are marked there */
        put: operations["noteRelease"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Mark a version no more */
        delete: operations["forgetRelease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What retention did and does */
        get: operations["readRetention"];
        put?: never;
        /** Remove what is over, now */
        post: operations["runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and how one can sign in */
        get: operations["readSession"];
        put?: never;
        /** Sign in with email and password; the session is a cookie (HttpOnly, SameSite=Lax) */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a sign-in that asked for a second factor, with a code of the app or a backup code */
        post: operations["signInSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a sign-in at an OpenID provider; go to the address that is answered */
        post: operations["signInElsewhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of a product; of an organisation its own and the deployment's, which count for it too */
        get: operations["listSettings"];
        /** Change or remove a setting. An admin sets it at the pools and sites of their organisation alone */
        put: operations["changeSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change of a setting would do; nothing is changed */
        post: operations["previewSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites, of an organisation or of all */
        get: operations["listSites"];
        put?: never;
        /** Add a site */
        post: operations["createSite"];
        /** Remove a site that has no pools left */
        delete: operations["removeSite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subject/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that is held of a user or a device */
        post: operations["accessSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subject/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase everything that is held of a user or a device */
        post: operations["eraseSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subject/erasure/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an erasure is, with its receipt once it is done */
        get: operations["readErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subject/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Erasures that were asked for, the newest first; nothing says whose they are */
        get: operations["listSubjectRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own API tokens; operators and auditors see those of everybody */
        get: operations["listTokens"];
        put?: never;
        /** Make an API token, from a session alone; send it as Authorization: Bearer. No role but the own, operators any */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API token of one’s own; operators any */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The saved views of a product, by name */
        get: operations["listViews"];
        /** Save a view under a name, in the place of one that has it */
        put: operations["saveView"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved view */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {unknown} */
        AccountRole: "operator" | "organisation-admin" | "privacy-officer" | "analyst" | "auditor";
        Alert: {
            channels: {
                /** @enum {unknown} */
                kind: "web-hook" | "e-mail";
                /** @description The address; of a web hook its origin alone, since the rest may be a secret */
                to: string;
            }[];
            checkedAt: string | null;
            id: string;
            language: components["schemas"]["Language"];
            name: string;
            product: string;
            rule: {
                /** @enum {unknown} */
                figure: "census-devices" | "sign-in-success" | "usage-reports" | "crash-free-sessions" | "error-reports" | "error-group";
                fingerprint?: string;
                /** @enum {unknown} */
                kind: "over" | "under";
                limit: number;
                /** @enum {unknown} */
                period: "day" | "week" | "month";
            } | {
                /** @enum {unknown} */
                figure: "census-devices" | "sign-in-success" | "usage-reports" | "crash-free-sessions" | "error-reports" | "error-group";
                fingerprint?: string;
                /** @enum {unknown} */
                kind: "rise" | "fall";
                percent: number;
                /** @enum {unknown} */
                period: "day" | "week" | "month";
            } | {
                category: components["schemas"]["Category"];
                hours: number;
                /** @constant */
                kind: "silence";
            } | {
                /** @constant */
                kind: "imbalance";
            };
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            since: string;
            /** @enum {unknown} */
            state: "quiet" | "firing";
            undelivered: number;
            value: number | null;
            waiting: number;
        };
        ApiToken: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            expiresAt: string | null;
            id: string;
            lastUsedAt: string | null;
            name: string;
            organisation: string | null;
            owner: string;
            ownerId: string;
            role: components["schemas"]["AccountRole"];
        };
        Approval: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            by: string;
            note: string | null;
            role: string;
        };
        AuditEntry: {
            /** @enum {unknown} */
            action: "setting.change" | "key.create" | "key.rotate" | "key.revoke" | "organisation.create" | "organisation.change" | "organisation.remove" | "site.create" | "site.remove" | "pool.change" | "pool.remove" | "lane-stop.change" | "practices.publish" | "practices.approve" | "keyring.rotate" | "keyring.destroy" | "invitation.create" | "invitation.revoke" | "account.create" | "account.change" | "account.password" | "account.second-factor" | "token.create" | "token.revoke" | "session.sign-in" | "session.sign-in-refused" | "session.sign-out" | "subject.access" | "subject.erasure" | "data.export" | "data.sample" | "error-group.change" | "view.save" | "view.remove" | "release.note" | "release.forget" | "alert.create" | "alert.test" | "alert.remove" | "data.backup" | "quarantine.replay" | "quarantine.clear" | "retention.run";
            actor: {
                id: string | null;
                /** @enum {unknown} */
                kind: "account" | "token" | "command-line" | "service" | "nobody";
                name: string;
            };
            address: string | null;
            after: unknown;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            before: unknown;
            hash: string;
            previous: string;
            sequence: number;
            /** @description What was changed; never a subject */
            target: string;
        };
        AuditHead: {
            at: string | null;
            hash: string;
            sequence: number;
        };
        Balance: {
            duplicate: number;
            erased: number;
            expired: number;
            pending: number;
            received: number;
            refused: {
                [key: string]: number;
            };
            stored: number;
        };
        /** @enum {unknown} */
        Category: "census" | "usage" | "error";
        CensusInsight: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            asOf: string;
            by: {
                id: string;
                label: components["schemas"]["Localised"];
            };
            /** @constant */
            category: "census";
            dimensions: {
                id: string;
                label: components["schemas"]["Localised"];
            }[];
            groupMinimum: number;
            groups: {
                counts: (number | null)[][];
                /** @description A value per period; null where there is none, or too few stand behind it */
                devices: (number | null)[];
                /** @description A value per period; null where there is none, or too few stand behind it */
                reports: (number | null)[];
                value: string;
            }[];
            moreGroups: number;
            notShown: {
                devices: number[];
            };
            /** @enum {unknown} */
            period: "day" | "week" | "month";
            periods: string[];
            product: string;
            /** @description Versions that came out within the periods */
            releases: {
                /** @description Such as 2026-11-22 (UTC) */
                day: string;
                version: string;
            }[];
            totals: {
                counts: {
                    dataType: string;
                    label: components["schemas"]["Localised"];
                    /** @description A value per period; null where there is none, or too few stand behind it */
                    values: (number | null)[];
                }[];
                /** @description A value per period; null where there is none, or too few stand behind it */
                devices: (number | null)[];
                /** @description A value per period; null where there is none, or too few stand behind it */
                newDevices: (number | null)[];
                /** @description A value per period; null where there is none, or too few stand behind it */
                reports: (number | null)[];
                /** @description A value per period; null where there is none, or too few stand behind it */
                users: (number | null)[];
            };
            userEpochs: number;
            where: {
                id: string;
                value: string;
            }[];
        };
        ConsideredSetting: {
            control: string;
            /** @enum {unknown} */
            form: "valid" | "malformed";
            /** @enum {unknown} */
            outcome: "decided" | "lost";
            source: string;
            value: unknown;
        };
        ControlDescription: {
            collectsWhen: (boolean | string) | null;
            default: boolean | string;
            effect: components["schemas"]["Localised"];
            governs: {
                category: components["schemas"]["Category"];
                clients: string[];
            }[];
            /** @enum {unknown} */
            heldBy: "service" | "device";
            /** @enum {unknown} */
            kind: "boolean" | "choice" | "graded";
            label: components["schemas"]["Localised"];
            name: string;
            resolution: ("strictest" | "nearest" | "first") | null;
            /** @description In the order of precedence */
            scopes: components["schemas"]["ControlScope"][];
            setBy: components["schemas"]["ControlSetter"];
        };
        ControlScope: {
            /** @enum {unknown} */
            heldBy: "service" | "device";
            /** @description Its name, or the part before the name of the pool or site */
            identity: string;
            /** @enum {unknown} */
            kind: "name" | "pool" | "site";
        };
        /** @enum {unknown} */
        ControlSetter: "organisation-admin" | "admin" | "device-owner" | "user";
        DecisionChange: {
            after: components["schemas"]["DecisionSummary"];
            before: components["schemas"]["DecisionSummary"];
            category: components["schemas"]["Category"];
            choice: ("granted" | "denied") | null;
            client: string;
            dataTypes: string[];
            os: string[];
            place: string | null;
        };
        DecisionSummary: {
            collect: boolean;
            control: string | null;
            detail?: string;
            mayChange: components["schemas"]["ControlSetter"][];
            /** @enum {unknown} */
            reason: "always-on" | "setting-allows" | "setting-forbids" | "default-allows" | "default-forbids" | "malformed-forbids" | "awaits-answer" | "consent-outdated" | "no-rule" | "unknown-data-type";
            source: string;
        };
        DeviceCount: {
            client: string;
            devices: number | null;
        };
        ErasureState: {
            category: components["schemas"]["Category"];
            product: string;
            receipt?: components["schemas"]["Receipt"];
            request: string;
            /** @enum {unknown} */
            state: "accepted" | "done";
        };
        ErrorInsight: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            asOf: string;
            by: {
                id: string;
                label: components["schemas"]["Localised"];
            };
            /** @constant */
            category: "error";
            dimensions: {
                id: string;
                label: components["schemas"]["Localised"];
            }[];
            /** @description How many values fell into which range, over all periods */
            distributions: {
                buckets: {
                    count: number;
                    from: number;
                }[];
                dataType: string;
                label: components["schemas"]["Localised"];
                total: number;
                unit: string;
            }[];
            groupMinimum: number;
            groups: {
                affectedUsers: number | null;
                code: string;
                firstDay: string | null;
                lastDay: string | null;
                place: string;
                /** @description A value per period; null where there is none, or too few stand behind it */
                reports: (number | null)[];
                /**
                 * @description regressed: it was resolved, and came again on a later day
                 * @enum {unknown}
                 */
                state: "open" | "resolved" | "regressed" | "ignored";
                type: string;
                value: string;
            }[];
            moreGroups: number;
            /** @enum {unknown} */
            period: "day" | "week" | "month";
            periods: string[];
            product: string;
            /** @description Versions that came out within the periods */
            releases: {
                /** @description Such as 2026-11-22 (UTC) */
                day: string;
                version: string;
            }[];
            /** @description A value per period; null where there is none, or too few stand behind it */
            reports: (number | null)[];
            userEpochs: number;
            where: {
                id: string;
                value: string;
            }[];
        };
        ErrorSample: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            client: string;
            /** @description Values by data type */
            data: Record<string, never>;
            os: string;
            practicesVersion: number;
        };
        ExplainQuestion: {
            client: string;
            /** @description Such as usage.IMSent */
            dataType: string;
            /** @enum {unknown} */
            errorReporting?: "granted" | "denied" | "undecided";
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation?: string;
            os: string;
            pool?: string;
            product?: string;
            watson?: {
                machine?: {
                    DefaultConsent?: number;
                    Disabled?: number;
                    DontSendAdditionalData?: number;
                };
                user?: {
                    DefaultConsent?: number;
                    Disabled?: number;
                    DontSendAdditionalData?: number;
                };
            };
        };
        Explanation: {
            dataType: string;
            decision: components["schemas"]["DecisionSummary"];
            label: components["schemas"]["Localised"] | null;
            meeting: {
                /** @description A registered name such as contoso.com; '' for the deployment's own */
                host: string;
                pool: string;
                site: string | null;
            } | null;
            product: string;
            /** @description Every setting that was looked at */
            settings: components["schemas"]["ConsideredSetting"][];
            text: components["schemas"]["Localised"];
        };
        InsightQuery: {
            /** @description The dimension to group by */
            by?: string;
            /**
             * @description Default day; weeks begin on Monday, all in UTC
             * @enum {unknown}
             */
            period?: "day" | "week" | "month";
            /** @description The last so many. Default 28 days, 12 weeks or 12 months; at most 400, 104 or 36 */
            periods?: number;
            product?: string;
            /** @description Conditions such as OSName:Windows, each in a parameter of its own */
            where?: string[];
        };
        Invitation: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            email: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            expiresAt: string;
            id: string;
            invitedBy: string;
            organisation: string | null;
            role: components["schemas"]["AccountRole"];
            /** @enum {unknown} */
            state: "open" | "accepted" | "revoked" | "expired";
        };
        LaneStop: {
            category: components["schemas"]["Category"];
            product: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            until: string;
        };
        /** @enum {unknown} */
        Language: "en" | "es";
        Localised: {
            en: string;
            es: string;
        };
        Me: {
            /** @enum {unknown} */
            by: "session" | "token" | "command-line";
            email: string | null;
            expiresAt: string | null;
            /** @description Of the account or of the token; command-line for the operator token */
            id: string;
            name: string;
            organisation: string | null;
            role: components["schemas"]["AccountRole"];
            /** @enum {unknown} */
            secondFactor: "on" | "off";
        };
        NewInvitation: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            expiresAt: string;
            id: string;
            /** @description Shown once: missing where the same request is answered again. The part after the # is its token */
            link?: string;
        };
        NewKey: {
            former: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                endsAt: string;
                id: string;
            } | null;
            id: string;
            /** @description Shown once: missing where the same request is answered again */
            key?: string;
        };
        Organisation: {
            /** @description One of the clouds of /v1/endpoints */
            cloud: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            /** @enum {unknown} */
            hosting: "online" | "on-premises";
            /** @description What people call it */
            label: string;
            /** @description A registered name such as contoso.com */
            name: string;
            pools: number;
            /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
            revision: number;
            settings: number;
            sites: number;
        };
        Overview: {
            cells: components["schemas"]["OverviewCell"][];
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation: string;
            pool: string | null;
            product: string;
            version: number;
        };
        OverviewCell: {
            category: components["schemas"]["Category"];
            client: string;
            /**
             * @description by-choice: the user's own choice decides, partly: some data types, or on some systems
             * @enum {unknown}
             */
            collect: "yes" | "no" | "by-choice" | "partly";
            control: string | null;
            dataTypes: {
                all: number;
                collected: number;
            };
            reason: string;
            source: string;
        };
        OwnSession: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            expiresAt: string;
            id: string;
            isCurrent: boolean;
        };
        Person: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            email: string;
            id: string;
            lastSignInAt: string | null;
            name: string;
            organisation: string | null;
            /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
            revision: number;
            role: components["schemas"]["AccountRole"];
            /** @enum {unknown} */
            secondFactor: "on" | "off";
            /** @enum {unknown} */
            state: "active" | "disabled";
        };
        Pool: {
            fqdn: string;
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation: string;
            /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
            revision: number;
            site: string;
        };
        PracticesDiff: {
            added: {
                /** @enum {unknown} */
                consent: "askAgain" | "covered";
                controls: string[];
                dataType: string;
            }[];
            asksAgain: boolean;
            changed: {
                changes: ("kind" | "bounds" | "rules" | "retention" | "purpose" | "automatic")[];
                /** @enum {unknown} */
                consent: "askAgain" | "covered";
                dataType: string;
            }[];
            controls: string[];
            from: string;
            removed: string[];
            to: string;
        };
        PracticesVersion: {
            fingerprint: string;
            isServed: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            servedAt: string;
            version: number;
        };
        /** @description A problem document (RFC 9457) with the code of docs/errors.md and the way out */
        Problem: {
            /** @enum {unknown} */
            code: "CANDOR_PRACTICES_INVALID" | "CANDOR_PRACTICES_UNKNOWN" | "CANDOR_KEY_UNKNOWN" | "CANDOR_ENVELOPE_TOO_LARGE" | "CANDOR_ENCODING_UNSUPPORTED" | "CANDOR_ENVELOPE_MALFORMED" | "CANDOR_FIELD_NOT_IN_LANE" | "CANDOR_REPORT_MALFORMED" | "CANDOR_REPORT_TIME_REFUSED" | "CANDOR_REPORT_TOO_OLD" | "CANDOR_REPORT_IN_FUTURE" | "CANDOR_DATA_TYPE_UNKNOWN" | "CANDOR_VALUE_REFUSED" | "CANDOR_DECISION_FORBIDS" | "CANDOR_CONTROL_UNKNOWN" | "CANDOR_SETTING_REFUSED" | "CANDOR_CENSUS_ALWAYS_ON" | "CANDOR_TOKEN_REFUSED" | "CANDOR_KEYRING_UNUSABLE" | "CANDOR_QUERY_REFUSED" | "CANDOR_STORE_UNAVAILABLE" | "CANDOR_SPOOL_FULL" | "CANDOR_SPOOL_DAMAGED" | "CANDOR_STORE_DAMAGED" | "CANDOR_NOT_FOUND" | "CANDOR_CONFIGURATION_INVALID" | "CANDOR_DATA_FOLDER_IN_USE" | "CANDOR_LANE_STOPPED" | "CANDOR_RATE_LIMITED" | "CANDOR_QUOTA_EXCEEDED" | "CANDOR_EPOCH_REFUSED" | "CANDOR_SUBJECT_ERASED" | "CANDOR_SUBJECT_REQUEST_MALFORMED" | "CANDOR_PRACTICES_VERSION_TAKEN" | "CANDOR_BACKUP_UNUSABLE" | "CANDOR_ALERT_UNDELIVERED" | "CANDOR_BACKUP_ELSEWHERE" | "CANDOR_BUSY" | "CANDOR_METHOD_NOT_ALLOWED" | "CANDOR_REQUEST_MALFORMED" | "CANDOR_REQUEST_TOO_SLOW" | "CANDOR_HEADERS_TOO_LARGE" | "CANDOR_CONNECTIONS_FULL" | "CANDOR_ADDRESS_UNUSABLE" | "CANDOR_STOPPING" | "CANDOR_CONTROL_PLANE_UNAVAILABLE" | "CANDOR_CLOCK_WENT_BACK" | "CANDOR_CLOCK_WENT_AHEAD" | "CANDOR_ENDED_BY_FAULT" | "CANDOR_COLLECTOR_ENDED" | "CANDOR_SIGN_IN_REFUSED" | "CANDOR_ROLE_FORBIDS" | "CANDOR_ORIGIN_REFUSED" | "CANDOR_REVISION_CHANGED" | "CANDOR_REVISION_NEEDED" | "CANDOR_ALREADY_THERE" | "CANDOR_STILL_USED" | "CANDOR_LAST_OPERATOR" | "CANDOR_IDEMPOTENCY_KEY_USED" | "CANDOR_INVITATION_REFUSED" | "CANDOR_TOO_MANY_ATTEMPTS" | "CANDOR_AUDIT_LOG_BROKEN" | "CANDOR_CONTROL_PLANE_AWAY" | "CANDOR_INTERNAL";
            /** @description With 409 and 412: what is there now, as the route that reads it answers it */
            current?: unknown;
            detail?: string;
            remedy: string;
            status: number;
            title: string;
            type: string;
        };
        ProductKey: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            createdBy: string | null;
            endsAt: string | null;
            id: string;
            label: string;
            product: string;
            /** @enum {unknown} */
            state: "active" | "ending" | "ended" | "revoked";
        };
        ProductQuery: {
            product?: string;
        };
        QuarantineGroup: {
            category: components["schemas"]["Category"];
            client: string;
            code: string;
            count: number;
            dataType: string;
            /** @description In the lane's precision */
            firstSeen: string;
            id: string;
            kept: number;
            /** @description In the lane's precision */
            lastSeen: string;
            os: string;
            practicesVersion: number;
            sample: {
                data: {
                    /** @enum {unknown} */
                    kind: "null" | "truth" | "whole-number" | "number" | "text" | "list" | "object";
                    name?: string;
                    size?: number;
                }[];
                fields: {
                    /** @enum {unknown} */
                    kind: "null" | "truth" | "whole-number" | "number" | "text" | "list" | "object";
                    name?: string;
                    size?: number;
                }[];
            };
        };
        Receipt: {
            category: components["schemas"]["Category"];
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            completedAt: string;
            erased: number;
            key: string;
            /** @constant */
            kind: "erasure";
            product: string;
            /** @constant */
            remaining: 0;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            requestedAt: string;
            signature: string;
            subject: {
                /** @enum {unknown} */
                by: "reports" | "device" | "user";
            };
            text: components["schemas"]["Localised"];
            /** @constant */
            v: 1;
        };
        RetentionFigures: {
            failure?: string;
            lastRunMillis?: number;
            oldest: {
                category: components["schemas"]["Category"];
                day: string;
                product: string;
            }[];
            progress: {
                done: number;
                steps: number;
            };
            removed: {
                category: components["schemas"]["Category"];
                dataType?: string;
                product: string;
                reports: number;
            }[];
            /** @enum {unknown} */
            state: "resting" | "running" | "failing";
        };
        ReviewedVersion: {
            approvals: components["schemas"]["Approval"][];
            fingerprint: string;
            isServed: boolean;
            publishedBy: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            servedAt: string;
            version: number;
        };
        SecondFactorSecret: {
            /** @description Each counts once in place of a code. Shown once: missing where the same request is answered again */
            backupCodes?: string[];
            /** @description otpauth: for the app that makes the codes. Shown once: missing where the same request is answered again */
            uri?: string;
        };
        SessionState: {
            account: components["schemas"]["Me"] | null;
            /** @description No operator has an account yet: the console shows a link */
            firstRun: boolean;
            /** @enum {unknown} */
            insights: "open" | "by-role";
            singleSignOn: {
                id: string;
                label: string;
            }[];
        };
        Setting: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            changedAt: string;
            changedBy: string | null;
            control: string;
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation: string;
            product: string;
            /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
            revision: number;
            /** @description A source or a scope, such as in-band, global, site:Redmond or service:WebServer:pool01.contoso.com */
            scope: string;
            value: boolean;
        };
        SettingChange: {
            control: string;
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation?: string;
            product?: string;
            /** @description A source or a scope, such as in-band, global, site:Redmond or service:WebServer:pool01.contoso.com */
            scope: string;
            value: boolean | null;
        };
        SettingPreview: {
            after: boolean | null;
            /** @description Organisations whose clients are affected too; empty where the setting is of one */
            alsoAffected: string[];
            before: boolean | null;
            changes: components["schemas"]["DecisionChange"][];
            control: string;
            /** @description What insights will show no new data of */
            dark: {
                clients: string[];
                dataTypes: string[];
                insight: components["schemas"]["Category"];
            }[];
            /** @description Devices of the clients above, of all organisations: census knows none */
            devices: {
                clients: components["schemas"]["DeviceCount"][];
                days: number;
                groupMinimum: number;
            };
            effect: components["schemas"]["Localised"];
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation: string;
            product: string;
            /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
            revision: number;
            /** @description A source or a scope, such as in-band, global, site:Redmond or service:WebServer:pool01.contoso.com */
            scope: string;
            /** @description Data types that begin to be collected somewhere */
            starts: string[];
            /** @description Data types that end being collected somewhere */
            stops: string[];
        };
        SignedIn: {
            /** @enum {unknown} */
            next: "signed-in" | "second-factor";
        };
        SignIn: {
            /** Format: email */
            email: string;
            password: string;
        };
        Site: {
            name: string;
            /** @description A registered name such as contoso.com; '' for the deployment's own */
            organisation: string;
            pools: number;
            /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
            revision: number;
        };
        SubjectRequest: {
            /** @enum {unknown} */
            by: "reports" | "device" | "user";
            category: components["schemas"]["Category"];
            completedAt: string | null;
            erased: number | null;
            product: string;
            request: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            requestedAt: string;
            /** @enum {unknown} */
            state: "accepted" | "done";
        };
        UsageInsight: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            asOf: string;
            by: {
                id: string;
                label: components["schemas"]["Localised"];
            };
            /** @constant */
            category: "usage";
            dimensions: {
                id: string;
                label: components["schemas"]["Localised"];
            }[];
            /** @description How many values fell into which range, over all periods */
            distributions: {
                buckets: {
                    count: number;
                    from: number;
                }[];
                dataType: string;
                label: components["schemas"]["Localised"];
                total: number;
                unit: string;
            }[];
            features: {
                dataType: string;
                label: components["schemas"]["Localised"];
                values: {
                    /** @description A value per period; null where there is none, or too few stand behind it */
                    counts: (number | null)[];
                    value: string;
                }[];
            }[];
            groupMinimum: number;
            groups: {
                /** @description A value per period; null where there is none, or too few stand behind it */
                reports: (number | null)[];
                series: (number | null)[][];
                value: string;
            }[];
            moreGroups: number;
            notShown: {
                reports: number[];
            };
            /** @enum {unknown} */
            period: "day" | "week" | "month";
            periods: string[];
            product: string;
            /** @description Versions that came out within the periods */
            releases: {
                /** @description Such as 2026-11-22 (UTC) */
                day: string;
                version: string;
            }[];
            /** @description A value per period; null where there is none, or too few stand behind it */
            reports: (number | null)[];
            series: {
                dataType: string;
                label: components["schemas"]["Localised"];
                /** @enum {unknown} */
                unit: "" | "minute" | "second";
                /** @description A value per period; null where there is none, or too few stand behind it */
                values: (number | null)[];
            }[];
            where: {
                id: string;
                value: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                    /**
                     * @description Default kept
                     * @enum {unknown}
                     */
                    tokens?: "kept" | "revoked";
                };
            };
        };
        responses: {
            /** @description Change the own password; all other sessions end, and the own API tokens where that is asked for */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Make the secret of a second factor; it counts once a code was confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Turn the own second factor off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Confirm the second factor with a first code */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions of the account that asks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["OwnSession"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End one of the own sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alerts of a product, and how they stand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alerts: components["schemas"]["Alert"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channels: ({
                        /** @constant */
                        kind: "web-hook";
                        url: string;
                    } | {
                        /** @constant */
                        kind: "e-mail";
                        /** Format: email */
                        to: string;
                    })[];
                    language: components["schemas"]["Language"];
                    name: string;
                    product?: string;
                    rule: {
                        /** @enum {unknown} */
                        figure: "census-devices" | "sign-in-success" | "usage-reports" | "crash-free-sessions" | "error-reports" | "error-group";
                        fingerprint?: string;
                        /** @enum {unknown} */
                        kind: "over" | "under";
                        limit: number;
                        /** @enum {unknown} */
                        period: "day" | "week" | "month";
                    } | {
                        /** @enum {unknown} */
                        figure: "census-devices" | "sign-in-success" | "usage-reports" | "crash-free-sessions" | "error-reports" | "error-group";
                        fingerprint?: string;
                        /** @enum {unknown} */
                        kind: "rise" | "fall";
                        percent: number;
                        /** @enum {unknown} */
                        period: "day" | "week" | "month";
                    } | {
                        category: components["schemas"]["Category"];
                        hours: number;
                        /** @constant */
                        kind: "silence";
                    } | {
                        /** @constant */
                        kind: "imbalance";
                    };
                };
            };
        };
        responses: {
            /** @description Watch a figure, and say where it is told */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Signs the bodies of web hooks (Candor-Signature). Shown once: missing where the same request is answered again */
                        secret?: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watch no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a test message to all channels of an alert, now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sent: {
                            /** @enum {unknown} */
                            kind: "web-hook" | "e-mail";
                            /** @enum {unknown} */
                            outcome: "sent" | "failed";
                        }[];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                action?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the audit log, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["AuditEntry"][];
                        next: number | null;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest entry’s sequence and hash; publish it, and nothing before it can be changed unseen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    head?: {
                        hash: string;
                        sequence: number;
                    };
                };
            };
        };
        responses: {
            /** @description Follow the chain, and find what was removed, altered, reordered or cut off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: number;
                        head: components["schemas"]["AuditHead"];
                        /** @constant */
                        kind: "intact";
                    } | {
                        /** @enum {unknown} */
                        fault: "altered" | "missing" | "reordered" | "truncated" | "other-head";
                        /** @constant */
                        kind: "broken";
                        sequence: number;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignInElsewhere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an OpenID provider sends the browser back to */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeBackup: {
        parameters: {
            query?: {
                keys?: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readConservation: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Per lane: received = stored + refused + pending. Of what was stored, erased was deleted for its subjects, expired since its time was over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        census: components["schemas"]["Balance"];
                        error: components["schemas"]["Balance"];
                        usage: components["schemas"]["Balance"];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listControls: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The controls of a product: what each does, where it is set, by whom, and its default */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        census: {
                            /** @constant */
                            alwaysOn: true;
                            reason: components["schemas"]["Localised"];
                        };
                        controls: components["schemas"]["ControlDescription"][];
                        product: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainQuestion"];
            };
        };
        responses: {
            /** @description Whether a data type is collected from a client, and because of what */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCensus: {
        parameters: {
            query?: {
                format?: "jsonl" | "csv" | "parquet";
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows of the lane, in the format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportErrors: {
        parameters: {
            query?: {
                format?: "jsonl" | "csv" | "parquet";
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows of the lane, in the format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportUsage: {
        parameters: {
            query?: {
                format?: "jsonl" | "csv" | "parquet";
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows of the lane, in the format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCensus: {
        parameters: {
            query?: {
                by?: string;
                period?: "day" | "week" | "month";
                periods?: number;
                product?: string;
                where?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Devices and users, by a data type; small groups are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusInsight"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readErrors: {
        parameters: {
            query?: {
                by?: string;
                period?: "day" | "week" | "month";
                periods?: number;
                product?: string;
                where?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups of errors, their trend and how many are affected */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorInsight"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeErrorGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As readErrors names the group */
                    fingerprint: string;
                    product?: string;
                    /** @enum {unknown} */
                    state: "open" | "resolved" | "ignored";
                };
            };
        };
        responses: {
            /** @description Say that a group of errors is resolved, or to be ignored, or open again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fingerprint: string;
                        product: string;
                        state: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readErrorSamples: {
        parameters: {
            query: {
                fingerprint: string;
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest reports of a group of errors that enough users met, without who sent them; each view is audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fingerprint: string;
                        product: string;
                        samples: components["schemas"]["ErrorSample"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readUsage: {
        parameters: {
            query?: {
                by?: string;
                period?: "day" | "week" | "month";
                periods?: number;
                product?: string;
                where?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was used how often */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageInsight"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description What an invitation is for; its token is the part of the link after the # */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string;
                        organisation: string | null;
                        role: components["schemas"]["AccountRole"];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email?: string;
                    name: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Make the account of an invitation, once, and sign in to it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invitations, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitations: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    expiresInDays?: number;
                    organisation: string | null;
                    role: components["schemas"]["AccountRole"];
                };
            };
        };
        responses: {
            /** @description Invite somebody; hand the link over yourself, no mail is sent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an invitation that was not accepted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ingest keys of a product, without the keys themselves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["ProductKey"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                    product?: string;
                };
            };
        };
        responses: {
            /** @description Make an ingest key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke a key at once; devices that send it are refused */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    overlapHours: number;
                };
            };
        };
        responses: {
            /** @description Make a key in the place of one that goes on for the overlap */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLaneStops: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lanes that take no reports until an instant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stops: components["schemas"]["LaneStop"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLaneStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Stop a lane until an instant, or end the stop */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: {
                            category: components["schemas"]["Category"];
                            product: string;
                            until: string | null;
                        };
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Organisations; an organisation admin sees their own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisations: components["schemas"]["Organisation"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of the clouds of /v1/endpoints */
                    cloud: string;
                    /** @enum {unknown} */
                    hosting: "online" | "on-premises";
                    /** @description What people call it */
                    label: string;
                    /** @description A registered name such as contoso.com */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Register an organisation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
                /** @description The revision that was seen, in quotes; a browser session must send it */
                "If-Match"?: string;
            };
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of the clouds of /v1/endpoints */
                    cloud: string;
                    /** @enum {unknown} */
                    hosting: "online" | "on-premises";
                    /** @description What people call it */
                    label: string;
                };
            };
        };
        responses: {
            /** @description Change what an organisation is called, its cloud and its hosting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an organisation that has no sites, pools, settings or admins left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOverview: {
        parameters: {
            query?: {
                organisation?: string;
                pool?: string;
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is collected right now, by category and client, and by whose decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody who has an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
                /** @description The revision that was seen, in quotes; a browser session must send it */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organisation: string | null;
                    role: components["schemas"]["AccountRole"];
                    /** @enum {unknown} */
                    state: "active" | "disabled";
                };
            };
        };
        responses: {
            /** @description Change the role of an account, or disable it; its sessions end. One operator always stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPools: {
        parameters: {
            query?: {
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pools, of an organisation or of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pools: components["schemas"]["Pool"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
                /** @description The revision that was seen, in quotes; a browser session must send it */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fqdn: string;
                    /** @description A registered name such as contoso.com; '' for the deployment's own */
                    organisation?: string;
                    site: string;
                };
            };
        };
        responses: {
            /** @description Register a pool, or change its site; its site is added where it is new. An admin adds pools below their own registered name alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        registered: components["schemas"]["Pool"];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePool: {
        parameters: {
            query: {
                organisation: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                fqdn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a pool of an organisation; the settings at its scope stay */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffVersions: {
        parameters: {
            query: {
                from: number;
                product?: string;
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed from one served version to another */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticesDiff"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions with who published and who approved them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["ReviewedVersion"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fingerprint: string;
                    note?: string;
                    product?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Approve a version, by its fingerprint; each account once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedVersion"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions of a product’s practices that were ever served, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["PracticesVersion"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Publish a newer version of a product’s practices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        diff: components["schemas"]["PracticesDiff"];
                        fingerprint: string;
                        product: string;
                        /** @enum {unknown} */
                        state: "published" | "unchanged";
                        version: number;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products that are served */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        products: {
                            fingerprint: string;
                            name: components["schemas"]["Localised"];
                            product: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuarantine: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with refused reports, in groups, without what they say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        droppedGroups: number;
                        droppedKept: number;
                        groups: components["schemas"]["QuarantineGroup"][];
                        product: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearQuarantine: {
        parameters: {
            query?: {
                id?: string;
                product?: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forget a group, or all of a product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cleared: number;
                        product: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayQuarantine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductQuery"];
            };
        };
        responses: {
            /** @description Admit what the practices know by now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product: string;
                    } & {
                        [key: string]: number;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReleases: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions of a product that came out, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product: string;
                        releases: {
                            /** @description Such as 2026-11-22 (UTC) */
                            day: string;
                            version: string;
                        }[];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Such as 2026-11-22 (UTC) */
                    day: string;
                    product?: string;
                    version: string;
                };
            };
        };
        responses: {
            /** @description Note that a version came out on a day; charts over time are marked there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetRelease: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mark a version no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What retention did and does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionFigures"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove what is over, now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionFigures"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, and how one can sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Sign in with email and password; the session is a cookie (HttpOnly, SameSite=Lax) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description End a sign-in that asked for a second factor, with a code of the app or a backup code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInElsewhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: string;
                };
            };
        };
        responses: {
            /** @description Begin a sign-in at an OpenID provider; go to the address that is answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: {
                organisation?: string;
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings of a product; of an organisation its own and the deployment's, which count for it too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        settings: components["schemas"]["Setting"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSetting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
                /** @description The revision that was seen, in quotes; a browser session must send it */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingChange"];
            };
        };
        responses: {
            /** @description Change or remove a setting. An admin sets it at the pools and sites of their organisation alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: {
                            control: string;
                            /** @description A registered name such as contoso.com; '' for the deployment's own */
                            organisation: string;
                            product: string;
                            /** @description A source or a scope, such as in-band, global, site:Redmond or service:WebServer:pool01.contoso.com */
                            scope: string;
                            value: boolean | null;
                        };
                        /** @description Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet. */
                        revision: number;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingChange"];
            };
        };
        responses: {
            /** @description What a change of a setting would do; nothing is changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingPreview"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSites: {
        parameters: {
            query?: {
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sites, of an organisation or of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sites: components["schemas"]["Site"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description A registered name such as contoso.com; '' for the deployment's own */
                    organisation: string;
                };
            };
        };
        responses: {
            /** @description Add a site */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSite: {
        parameters: {
            query: {
                name: string;
                organisation: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a site that has no pools left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accessSubject: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Everything that is held of a user or a device */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lanes: {
                            [key: string]: {
                                readable: unknown;
                                rows: unknown[];
                            };
                        };
                        notes: string[];
                        product: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseSubject: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Erase everything that is held of a user or a device */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notes: string[];
                        product: string;
                        requests: {
                            category: components["schemas"]["Category"];
                            request: string;
                            /** @constant */
                            state: "accepted";
                        }[];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far an erasure is, with its receipt once it is done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureState"];
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubjectRequests: {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erasures that were asked for, the newest first; nothing says whose they are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        requests: components["schemas"]["SubjectRequest"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The own API tokens; operators and auditors see those of everybody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokens: components["schemas"]["ApiToken"][];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expiresInDays: number;
                    name: string;
                    organisation: string | null;
                    role: components["schemas"]["AccountRole"];
                };
            };
        };
        responses: {
            /** @description Make an API token, from a session alone; send it as Authorization: Bearer. No role but the own, operators any */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Shown once: missing where the same request is answered again */
                        token?: string;
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an API token of one’s own; operators any */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The saved views of a product, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product: string;
                        views: {
                            /** @description The path and query of a page of the insights, such as /insights/census?period=week */
                            address: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The path and query of a page of the insights, such as /insights/census?period=week */
                    address: string;
                    name: string;
                    product?: string;
                };
            };
        };
        responses: {
            /** @description Save a view under a name, in the place of one that has it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: {
                product?: string;
            };
            header?: {
                /** @description The same request with the same key is done once, and answered alike for a day */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a saved view */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused: why, and the way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
