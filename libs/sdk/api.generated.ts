/* Made by `npm run generate` from the routes that a key may use; do not edit. */
export interface paths {
    "/api/accounts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the key acts for. */
        get: operations["AccountsController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices that are signed in. */
        get: operations["AccountsController_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was agreed to, in which version, and when. */
        get: operations["ConsentsController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your contracts. */
        get: operations["ContractsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract with its milestones and its timeline. */
        get: operations["ContractsController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a contract asks its provider to read, sign and send in. */
        get: operations["OnboardingController_ofContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts an update to the other side of a contract. */
        post: operations["ContractsController_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your disputes. */
        get: operations["DisputesController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dispute: claim, evidence, offers, what comes next and by when. */
        get: operations["DisputesController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The case on paper. */
        get: operations["DisputesController_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a split would pay each side; nothing is moved. */
        post: operations["DisputesController_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions that were published without names. */
        get: operations["DisputesController_precedents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/escrow/{contractId}/milestones/{milestoneId}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delivers the work of a milestone: the review period begins. */
        post: operations["EscrowController_deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Second factors that are set up. */
        get: operations["FactorsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an upload: parts are sent to the addresses in the answer. */
        post: operations["FilesController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All parts are there: the file is put together and looked through. */
        post: operations["FilesController_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts elsewhere that may log in here. */
        get: operations["IdentitiesController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a draft. */
        post: operations["JobsController_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job. */
        get: operations["JobsController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a job: no more proposals. */
        post: operations["JobsController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/confidentiality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text that is signed before the brief of a job is read. */
        get: operations["ConfidentialityController_text"];
        put?: never;
        /** Signs it; the brief and its attachments can be read from then on. */
        post: operations["ConfidentialityController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves a draft; refused when somebody saved a newer one. */
        put: operations["JobsController_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers who fit a job, with the reasons. */
        get: operations["JobsController_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a draft, or asks whoever has to agree. */
        post: operations["JobsController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signed for a job, when and which text. */
        get: operations["ConfidentialityController_signatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a proposal for a job. */
        post: operations["ProposalsController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your jobs and drafts. */
        get: operations["JobsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/price-hint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What jobs like this one were agreed for. */
        get: operations["JobsController_priceHint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told. */
        get: operations["NotificationsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you are told, and how. */
        get: operations["NotificationsController_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of it you have not read. */
        get: operations["NotificationsController_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your payments into escrow. */
        get: operations["PaymentsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/deposits/{depositId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment into escrow. */
        get: operations["PaymentsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your payouts. */
        get: operations["PayoutsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{payoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payout. */
        get: operations["PayoutsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Privacy settings, exports and a deletion that is under way. */
        get: operations["OwnPrivacyController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/exports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The archive of an export that is ready. */
        get: operations["OwnPrivacyController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the staff looked at which of your data, and why. */
        get: operations["OwnPrivacyController_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal. */
        get: operations["ProposalsController_page"];
        /** Changes a proposal that nobody has answered. */
        put: operations["ProposalsController_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a proposal back. */
        post: operations["ProposalsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your proposals. */
        get: operations["ProposalsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/{milestoneId}/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a receipt discloses to somebody who checks it. */
        get: operations["LogController_disclosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds jobs. */
        get: operations["SearchController_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that go on from what was typed. */
        get: operations["SearchController_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your phone, and when texts may come. */
        get: operations["TextsController_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balances, and what comes next. */
        get: operations["WalletController_wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event behind an entry, with its proof. */
        get: operations["WalletController_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the ledger, newest first. */
        get: operations["WalletController_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV. */
        get: operations["WalletController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            code: string;
            correlationId: string;
            detail?: string;
            errors?: {
                code: string;
                message: string;
                path: string;
            }[];
            facts?: {
                [key: string]: unknown;
            };
            status: number;
            title: string;
            type: string;
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
    AccountsController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string|null} */
                        activeRole: "client" | "provider" | null;
                        avatarUrl: string | null;
                        country: string;
                        email: string;
                        emailVerified: boolean;
                        factorMissing?: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        name: string;
                        phone: string | null;
                        phoneVerified: boolean;
                        roles: ("client" | "provider" | "support" | "support_lead" | "moderator" | "mediator" | "mediator_lead" | "finance_maker" | "finance_checker" | "compliance" | "compliance_lead" | "auditor" | "superadmin" | "break_glass")[];
                        slug: string;
                        /** @enum {string} */
                        tier: "T0" | "T1";
                        timeZone: string;
                        /** Format: uuid */
                        watchedBy?: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    AccountsController_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            current: boolean;
                            device: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            place: {
                                city: string | null;
                                country: string | null;
                                network: boolean;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ConsentsController_history: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            given: boolean;
                            hash: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            locale: "en" | "ar";
                            /** @enum {string} */
                            purpose: "terms" | "privacy_notice" | "analytics" | "marketing" | "sale";
                            /** @enum {string} */
                            source: "banner" | "settings" | "gpc" | "terms" | "sign_up";
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ContractsController_mine: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                q?: string;
                role?: "client" | "provider";
                state?: "offered" | "active" | "completed" | "declined" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            client: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            held: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: uuid */
                            id: string;
                            next: {
                                /** @enum {string} */
                                actor: "client" | "provider" | "mediator" | "nobody";
                                amount: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                } | null;
                                /** Format: date-time */
                                deadline: string | null;
                                /** Format: uuid */
                                disputeId?: string | null;
                                /** @enum {string} */
                                kind: "sign" | "await_signature" | "fund" | "await_funding" | "deliver" | "await_delivery" | "review" | "await_review" | "dispute" | "await_dispute" | "rate" | "done" | "ended";
                                /** Format: uuid */
                                milestoneId: string | null;
                                mine: boolean;
                            };
                            provider: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            released: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            state: "offered" | "active" | "completed" | "declined" | "withdrawn";
                            title: string;
                            total: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ContractsController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client: {
                            avatarUrl: string | null;
                            country: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timeZone: string | null;
                        };
                        costCentre: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        disputes: {
                            /** Format: date-time */
                            deadline: string | null;
                            /** Format: uuid */
                            id: string;
                            milestoneIds: string[];
                            /** @enum {string} */
                            owner: "client" | "provider" | "both" | "mediator" | "lead" | "panel" | "nobody";
                            /** @enum {string} */
                            state: "evidence" | "negotiation" | "mediation" | "ruling_proposed" | "decided" | "appealed" | "final" | "settled" | "executed" | "withdrawn";
                        }[];
                        fees: {
                            clientFeeBps: number;
                            id: string;
                            providerFeeBps: number;
                            taxBps: number;
                        };
                        fields: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "date" | "choice";
                            label: string;
                            value: string;
                        }[];
                        held: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        jobId: string;
                        message: string | null;
                        milestones: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            autoReleaseAt: string | null;
                            days: number;
                            deliveries: {
                                /** Format: date-time */
                                at: string;
                                changes: string[];
                                files: {
                                    /** Format: uuid */
                                    id: string;
                                    mediaType: string;
                                    name: string;
                                    sha256: string;
                                    size: number;
                                    /** @enum {string} */
                                    state: "ready" | "checking";
                                    url: string;
                                }[];
                                /** Format: uuid */
                                id: string;
                                note: string;
                                version: number;
                            }[];
                            /** Format: uuid */
                            disputeId: string | null;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: uuid */
                            id: string;
                            refunded: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            released: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            /** @enum {string} */
                            state: "pending" | "funded" | "in_review" | "changes_requested" | "released" | "refunded" | "split";
                            /** @enum {string|null} */
                            stopped: "held" | "chargeback" | null;
                            title: string;
                        }[];
                        money: {
                            fees: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            held: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            inReview: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            refunded: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            released: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            toFund: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        };
                        /** @enum {string} */
                        myRole: "client" | "provider" | "colleague" | "staff";
                        nda: boolean;
                        next: {
                            /** @enum {string} */
                            actor: "client" | "provider" | "mediator" | "nobody";
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            /** Format: date-time */
                            deadline: string | null;
                            /** Format: uuid */
                            disputeId?: string | null;
                            /** @enum {string} */
                            kind: "sign" | "await_signature" | "fund" | "await_funding" | "deliver" | "await_delivery" | "review" | "await_review" | "dispute" | "await_dispute" | "rate" | "done" | "ended";
                            /** Format: uuid */
                            milestoneId: string | null;
                            mine: boolean;
                        };
                        /** Format: uuid */
                        proposalId: string;
                        provider: {
                            avatarUrl: string | null;
                            country: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timeZone: string | null;
                        };
                        purchaseOrder: string | null;
                        released: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        signatures: {
                            /** Format: date-time */
                            at: string;
                            by: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            name: string;
                        }[];
                        /** @enum {string} */
                        state: "offered" | "active" | "completed" | "declined" | "withdrawn";
                        termsVersion: string;
                        timeline: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            /** Format: date-time */
                            at: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            files: {
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                name: string;
                                sha256: string;
                                size: number;
                                /** @enum {string} */
                                state: "ready" | "checking";
                                url: string;
                            }[];
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** Format: uuid */
                            milestoneId: string | null;
                            note: string | null;
                            proof: {
                                stream: string;
                                version: number;
                            };
                        }[];
                        title: string;
                        total: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    OnboardingController_ofContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        onboarding: {
                            beforeWork: boolean;
                            /** Format: date-time */
                            begunAt: string;
                            done: number;
                            /** Format: date-time */
                            doneAt: string | null;
                            /** Format: uuid */
                            id: string;
                            inReview: number;
                            /** Format: date-time */
                            nextDueAt: string | null;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            overdue: number;
                            tasks: number;
                        } | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ContractsController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files: string[];
                    note: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    DisputesController_mine: {
        parameters: {
            query?: {
                after?: string;
                contractId?: string;
                limit?: number;
                state?: "evidence" | "negotiation" | "mediation" | "ruling_proposed" | "decided" | "appealed" | "final" | "settled" | "executed" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            category: "quality" | "scope" | "delay" | "not_delivered" | "conduct";
                            client: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            /** Format: uuid */
                            contractId: string;
                            contractTitle: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            openedBy: "client" | "provider";
                            provider: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            step: {
                                /** Format: date-time */
                                deadline: string | null;
                                /** @enum {string} */
                                defaultOutcome: "opener_claim" | "mediation" | "recommendation" | "equal_split" | "decision_stands" | "none";
                                mine: boolean;
                                /** @enum {string} */
                                owner: "client" | "provider" | "both" | "mediator" | "lead" | "panel" | "nobody";
                                /** @enum {string} */
                                state: "evidence" | "negotiation" | "mediation" | "ruling_proposed" | "decided" | "appealed" | "final" | "settled" | "executed" | "withdrawn";
                            };
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    DisputesController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: ("answer" | "add_evidence" | "close_evidence" | "offer" | "accept_offer" | "escalate" | "accept_recommendation" | "withdraw" | "appeal")[];
                        amount: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        answer: {
                            /** Format: date-time */
                            at: string;
                            sha256: string;
                            text: string;
                        } | null;
                        appeal: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "client" | "provider";
                            /** Format: date-time */
                            decideBy: string;
                            grounds: {
                                /** Format: date-time */
                                at: string;
                                sha256: string;
                                text: string;
                            };
                            /** @enum {string} */
                            state: "panel_wanted" | "deciding" | "upheld" | "changed" | "stands_by_default";
                        } | null;
                        /** @enum {string} */
                        category: "quality" | "scope" | "delay" | "not_delivered" | "conduct";
                        claim: {
                            /** Format: date-time */
                            at: string;
                            sha256: string;
                            text: string;
                        };
                        client: {
                            avatarUrl: string | null;
                            country: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timeZone: string | null;
                        };
                        /** Format: uuid */
                        contractId: string;
                        contractTitle: string;
                        decision: {
                            allocations: {
                                /** Format: uuid */
                                milestoneId: string;
                                toClient: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                toProvider: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                            }[];
                            /** Format: date-time */
                            appealBy: string | null;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            basis: "ruling" | "default" | "appeal" | "offer" | "recommendation";
                            effect: {
                                client: {
                                    amount: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    feeBack: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    refund: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    taxBack: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                };
                                disputed: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                provider: {
                                    fee: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    gross: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    net: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    tax: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                };
                            };
                            isSecondPerson: boolean;
                            policy: {
                                reference: string;
                                version: string;
                            };
                            reasons: {
                                /** Format: date-time */
                                at: string;
                                sha256: string;
                                text: string;
                            } | null;
                            simulationHash: string | null;
                            upheld: boolean | null;
                        } | null;
                        evidence: {
                            /** Format: date-time */
                            at: string;
                            author: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            by: "client" | "provider" | "record";
                            file: {
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                name: string;
                                sha256: string;
                                size: number;
                                /** @enum {string} */
                                state: "ready" | "checking";
                                url: string;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "file" | "terms" | "signature" | "update" | "delivery" | "changes" | "payment";
                            sha256: string;
                            size: number;
                            source: {
                                stream: string;
                                version: number;
                            } | null;
                            text: string | null;
                        }[];
                        executed: {
                            /** Format: date-time */
                            at: string;
                            net: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            refunded: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            toProvider: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        } | null;
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "client" | "provider" | "staff" | "clock";
                            kind: string;
                            version: number;
                        }[];
                        /** Format: uuid */
                        id: string;
                        mediator: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        milestones: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        myRole: "client" | "provider" | "staff";
                        offers: {
                            allocations: {
                                /** Format: uuid */
                                milestoneId: string;
                                toClient: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                toProvider: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                            }[];
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "client" | "provider";
                            /** Format: uuid */
                            id: string;
                            note: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "replaced";
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        /** @enum {string} */
                        openedBy: "client" | "provider";
                        provider: {
                            avatarUrl: string | null;
                            country: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timeZone: string | null;
                        };
                        recommendation: {
                            acceptedBy: ("client" | "provider")[];
                            allocations: {
                                /** Format: uuid */
                                milestoneId: string;
                                toClient: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                toProvider: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                            }[];
                            /** Format: date-time */
                            at: string;
                            reasons: {
                                /** Format: date-time */
                                at: string;
                                sha256: string;
                                text: string;
                            };
                        } | null;
                        step: {
                            /** Format: date-time */
                            deadline: string | null;
                            /** @enum {string} */
                            defaultOutcome: "opener_claim" | "mediation" | "recommendation" | "equal_split" | "decision_stands" | "none";
                            mine: boolean;
                            /** @enum {string} */
                            owner: "client" | "provider" | "both" | "mediator" | "lead" | "panel" | "nobody";
                            /** @enum {string} */
                            state: "evidence" | "negotiation" | "mediation" | "ruling_proposed" | "decided" | "appealed" | "final" | "settled" | "executed" | "withdrawn";
                        };
                        /** Format: date-time */
                        updatedAt: string;
                        windows: {
                            client: {
                                open: boolean;
                                /** Format: date-time */
                                until: string;
                            };
                            provider: {
                                open: boolean;
                                /** Format: date-time */
                                until: string;
                            };
                        };
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    DisputesController_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: ("answer" | "add_evidence" | "close_evidence" | "offer" | "accept_offer" | "escalate" | "accept_recommendation" | "withdraw" | "appeal")[];
                        amount: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        answer: {
                            /** Format: date-time */
                            at: string;
                            sha256: string;
                            text: string;
                        } | null;
                        appeal: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "client" | "provider";
                            /** Format: date-time */
                            decideBy: string;
                            grounds: {
                                /** Format: date-time */
                                at: string;
                                sha256: string;
                                text: string;
                            };
                            /** @enum {string} */
                            state: "panel_wanted" | "deciding" | "upheld" | "changed" | "stands_by_default";
                        } | null;
                        /** @enum {string} */
                        category: "quality" | "scope" | "delay" | "not_delivered" | "conduct";
                        claim: {
                            /** Format: date-time */
                            at: string;
                            sha256: string;
                            text: string;
                        };
                        client: {
                            avatarUrl: string | null;
                            country: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timeZone: string | null;
                        };
                        /** Format: uuid */
                        contractId: string;
                        contractTitle: string;
                        decision: {
                            allocations: {
                                /** Format: uuid */
                                milestoneId: string;
                                toClient: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                toProvider: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                            }[];
                            /** Format: date-time */
                            appealBy: string | null;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            basis: "ruling" | "default" | "appeal" | "offer" | "recommendation";
                            effect: {
                                client: {
                                    amount: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    feeBack: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    refund: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    taxBack: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                };
                                disputed: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                provider: {
                                    fee: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    gross: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    net: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                    tax: {
                                        amountMinor: string;
                                        /** @enum {string} */
                                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                    };
                                };
                            };
                            isSecondPerson: boolean;
                            policy: {
                                reference: string;
                                version: string;
                            };
                            reasons: {
                                /** Format: date-time */
                                at: string;
                                sha256: string;
                                text: string;
                            } | null;
                            simulationHash: string | null;
                            upheld: boolean | null;
                        } | null;
                        evidence: {
                            /** Format: date-time */
                            at: string;
                            author: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            by: "client" | "provider" | "record";
                            file: {
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                name: string;
                                sha256: string;
                                size: number;
                                /** @enum {string} */
                                state: "ready" | "checking";
                                url: string;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "file" | "terms" | "signature" | "update" | "delivery" | "changes" | "payment";
                            sha256: string;
                            size: number;
                            source: {
                                stream: string;
                                version: number;
                            } | null;
                            text: string | null;
                        }[];
                        executed: {
                            /** Format: date-time */
                            at: string;
                            net: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            refunded: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            toProvider: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        } | null;
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "client" | "provider" | "staff" | "clock";
                            kind: string;
                            version: number;
                        }[];
                        /** Format: uuid */
                        id: string;
                        mediator: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        milestones: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        myRole: "client" | "provider" | "staff";
                        offers: {
                            allocations: {
                                /** Format: uuid */
                                milestoneId: string;
                                toClient: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                toProvider: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                            }[];
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "client" | "provider";
                            /** Format: uuid */
                            id: string;
                            note: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "replaced";
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        /** @enum {string} */
                        openedBy: "client" | "provider";
                        /** Format: date-time */
                        printedAt: string;
                        proof: {
                            hash: string;
                            stream: string;
                            version: number;
                        };
                        provider: {
                            avatarUrl: string | null;
                            country: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timeZone: string | null;
                        };
                        recommendation: {
                            acceptedBy: ("client" | "provider")[];
                            allocations: {
                                /** Format: uuid */
                                milestoneId: string;
                                toClient: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                toProvider: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                            }[];
                            /** Format: date-time */
                            at: string;
                            reasons: {
                                /** Format: date-time */
                                at: string;
                                sha256: string;
                                text: string;
                            };
                        } | null;
                        step: {
                            /** Format: date-time */
                            deadline: string | null;
                            /** @enum {string} */
                            defaultOutcome: "opener_claim" | "mediation" | "recommendation" | "equal_split" | "decision_stands" | "none";
                            mine: boolean;
                            /** @enum {string} */
                            owner: "client" | "provider" | "both" | "mediator" | "lead" | "panel" | "nobody";
                            /** @enum {string} */
                            state: "evidence" | "negotiation" | "mediation" | "ruling_proposed" | "decided" | "appealed" | "final" | "settled" | "executed" | "withdrawn";
                        };
                        /** Format: date-time */
                        updatedAt: string;
                        windows: {
                            client: {
                                open: boolean;
                                /** Format: date-time */
                                until: string;
                            };
                            provider: {
                                open: boolean;
                                /** Format: date-time */
                                until: string;
                            };
                        };
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    DisputesController_simulate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    split: {
                        /** @enum {string} */
                        kind: "percent";
                        provider: number;
                    } | {
                        /** @enum {string} */
                        kind: "amounts";
                        milestones: {
                            /** Format: uuid */
                            milestoneId: string;
                            toProvider: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        }[];
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            account: string;
                            after: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            before: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            change: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        }[];
                        allocations: {
                            /** Format: uuid */
                            milestoneId: string;
                            toClient: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            toProvider: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        }[];
                        client: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            feeBack: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            refund: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            taxBack: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        };
                        disputed: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        hash: string;
                        provider: {
                            fee: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            gross: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            net: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            tax: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        };
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    DisputesController_precedents: {
        parameters: {
            query?: {
                after?: string;
                category?: "quality" | "scope" | "delay" | "not_delivered" | "conduct";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appealed: boolean;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            category: "quality" | "scope" | "delay" | "not_delivered" | "conduct";
                            /** Format: uuid */
                            id: string;
                            policyReference: string;
                            providerPercent: number;
                            summary: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    EscrowController_deliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contractId: string;
                milestoneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files: string[];
                    note: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    FactorsController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passkeys: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            name: string;
                            synced: boolean;
                        }[];
                        recoveryCodesLeft: number;
                        sms: boolean;
                        totp: boolean;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    FilesController_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mediaType: string;
                    name: string;
                    /** @enum {string} */
                    purpose: "avatar" | "job" | "proposal" | "delivery" | "update" | "evidence" | "onboarding" | "identity";
                    size: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                        parts: {
                            number: number;
                            url: string;
                        }[];
                        partSize: number;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    FilesController_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parts: {
                        etag: string;
                        number: number;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        mediaType: string;
                        name: string;
                        sha256: string;
                        size: number;
                        /** @enum {string} */
                        state: "ready" | "checking";
                        url: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    IdentitiesController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            linkedAt: string;
                            /** @enum {string} */
                            provider: "google" | "facebook" | "linkedin";
                            /** Format: date-time */
                            usedAt: string | null;
                        }[];
                        organisations: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            linkedAt: string;
                            name: string;
                            /** Format: date-time */
                            usedAt: string | null;
                        }[];
                        otherWaysIn: boolean;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attachments?: string[];
                    budget?: {
                        amountMinor: string;
                        /** @enum {string} */
                        currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                    };
                    /** @enum {string} */
                    category?: "web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support";
                    costCentre?: string;
                    description?: string;
                    given?: {
                        /** Format: uuid */
                        field: string;
                        value: string;
                    }[];
                    languages?: string[];
                    nda?: boolean;
                    purchaseOrder?: string;
                    questions?: string[];
                    signFirst?: boolean;
                    skills?: string[];
                    step?: number;
                    summary?: string;
                    title?: string;
                    /** @enum {string} */
                    visibility?: "public" | "invited";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attachments: {
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            name: string;
                            sha256: string;
                            size: number;
                            /** @enum {string} */
                            state: "ready" | "checking";
                            url: string;
                        }[];
                        budget: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        } | null;
                        /** @enum {string|null} */
                        category: "web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support" | null;
                        client: {
                            hireRate: number | null;
                            jobsPosted: number;
                            paid: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            person: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            rating: number | null;
                            replyRate: number | null;
                            reviews: number;
                        };
                        costCentre: string | null;
                        description: string;
                        fields: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "date" | "choice";
                            label: string;
                            value: string;
                        }[];
                        given: {
                            /** Format: uuid */
                            field: string;
                            value: string;
                        }[];
                        held: boolean;
                        /** Format: uuid */
                        id: string;
                        invited: boolean;
                        languages: string[];
                        mine: boolean;
                        /** Format: uuid */
                        myProposalId: string | null;
                        nda: boolean;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        proposals: number;
                        /** Format: date-time */
                        publishedAt: string | null;
                        purchaseOrder: string | null;
                        questions: string[];
                        revision: number;
                        signFirst: boolean;
                        skills: string[];
                        /** @enum {string} */
                        status: "draft" | "awaiting" | "published" | "hired" | "closed";
                        step: number;
                        summary: string;
                        title: string;
                        /** @enum {string} */
                        visibility: "public" | "invited";
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "filled" | "cancelled" | "other";
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ConfidentialityController_text: {
        parameters: {
            query?: {
                locale?: "en" | "ar";
                sha256?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client: string;
                        /** Format: uuid */
                        jobId: string;
                        open: boolean;
                        sha256: string;
                        signed: {
                            /** Format: date-time */
                            at: string;
                            name: string;
                        } | null;
                        text: string;
                        title: string;
                        version: number | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ConfidentialityController_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sha256: string;
                    signature: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    draft: {
                        attachments?: string[];
                        budget?: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** @enum {string} */
                        category?: "web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support";
                        costCentre?: string;
                        description?: string;
                        given?: {
                            /** Format: uuid */
                            field: string;
                            value: string;
                        }[];
                        languages?: string[];
                        nda?: boolean;
                        purchaseOrder?: string;
                        questions?: string[];
                        signFirst?: boolean;
                        skills?: string[];
                        step?: number;
                        summary?: string;
                        title?: string;
                        /** @enum {string} */
                        visibility?: "public" | "invited";
                    };
                    revision: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_matches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invited: number;
                        matched: number;
                        people: {
                            invited: boolean;
                            person: {
                                avatarUrl: string | null;
                                country: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                timeZone: string | null;
                            };
                            why: string[];
                        }[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ConfidentialityController_signatures: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            by: {
                                avatarUrl: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            };
                            /** Format: uuid */
                            id: string;
                            name: string;
                            sha256: string;
                            version: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ProposalsController_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    aiAssisted: boolean;
                    answers: string[];
                    attachments: string[];
                    coverLetter: string;
                    milestones: {
                        amount: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        days: number;
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_mine: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: "draft" | "awaiting" | "published" | "hired" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            budget: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            } | null;
                            /** @enum {string|null} */
                            category: "web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support" | null;
                            client: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            };
                            /** Format: uuid */
                            id: string;
                            proposals: number;
                            /** Format: date-time */
                            publishedAt: string | null;
                            skills: string[];
                            /** @enum {string} */
                            status: "draft" | "awaiting" | "published" | "hired" | "closed";
                            title: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    JobsController_priceHint: {
        parameters: {
            query: {
                category: "web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support";
                skills?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        high: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        low: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        sample: number;
                    } | null;
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    NotificationsController_mine: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                side?: "client" | "provider";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            link: string;
                            read: boolean;
                            /** @enum {string} */
                            side: "client" | "provider" | "both";
                            variables: {
                                [key: string]: string;
                            };
                        }[];
                        next: string | null;
                        unread: {
                            both: number;
                            client: number;
                            provider: number;
                        };
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    NotificationsController_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phoneVerified: boolean;
                        topics: {
                            channels: {
                                /** @enum {string} */
                                channel: "inbox" | "mail" | "sms";
                                locked: boolean;
                                wanted: boolean;
                            }[];
                            /** @enum {string} */
                            topic: "account" | "money" | "disputes" | "papers" | "contracts" | "work" | "proposals" | "reviews" | "organisation";
                        }[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    NotificationsController_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        both: number;
                        client: number;
                        provider: number;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    PaymentsController_find: {
        parameters: {
            query: {
                contractId: string;
                milestoneId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            capturedAt: string | null;
                            /** Format: uuid */
                            contractId: string;
                            /** Format: date-time */
                            createdAt: string;
                            failure: string | null;
                            /** Format: uuid */
                            id: string;
                            method: string | null;
                            /** Format: uuid */
                            milestoneId: string;
                            refunded: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            state: "created" | "authorized" | "captured" | "settled" | "failed" | "expired" | "partially_refunded" | "refunded";
                        }[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    PaymentsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depositId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** Format: date-time */
                        capturedAt: string | null;
                        /** Format: uuid */
                        contractId: string;
                        /** Format: date-time */
                        createdAt: string;
                        failure: string | null;
                        /** Format: uuid */
                        id: string;
                        method: string | null;
                        /** Format: uuid */
                        milestoneId: string;
                        refunded: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** @enum {string} */
                        state: "created" | "authorized" | "captured" | "settled" | "failed" | "expired" | "partially_refunded" | "refunded";
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    PayoutsController_mine: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                state?: "awaiting_approval" | "approved" | "submitted" | "processing" | "unknown" | "paid" | "failed" | "reversed" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            bank: {
                                holder: string;
                                last4: string;
                            };
                            /** Format: date-time */
                            expectedBy: string;
                            failure: string | null;
                            fee: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            requestedAt: string;
                            /** @enum {string} */
                            state: "awaiting_approval" | "approved" | "submitted" | "processing" | "unknown" | "paid" | "failed" | "reversed" | "rejected";
                            steps: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "awaiting_approval" | "approved" | "submitted" | "processing" | "unknown" | "paid" | "failed" | "reversed" | "rejected";
                            }[];
                            utr: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    PayoutsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        bank: {
                            holder: string;
                            last4: string;
                        };
                        /** Format: date-time */
                        expectedBy: string;
                        failure: string | null;
                        fee: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        requestedAt: string;
                        /** @enum {string} */
                        state: "awaiting_approval" | "approved" | "submitted" | "processing" | "unknown" | "paid" | "failed" | "reversed" | "rejected";
                        steps: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            state: "awaiting_approval" | "approved" | "submitted" | "processing" | "unknown" | "paid" | "failed" | "reversed" | "rejected";
                        }[];
                        utr: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    OwnPrivacyController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deletion: {
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                        } | null;
                        exports: {
                            /** Format: date-time */
                            askedAt: string;
                            done: number;
                            /** Format: date-time */
                            expiresAt: string | null;
                            files: number | null;
                            /** Format: uuid */
                            id: string;
                            manifestSha256: string | null;
                            size: number | null;
                            /** @enum {string} */
                            state: "making" | "ready" | "expired";
                            total: number | null;
                        }[];
                        /** Format: date-time */
                        nextExportAt: string | null;
                        obstacles: ("money_open" | "escrow_open" | "legal_hold" | "staff")[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    OwnPrivacyController_content: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    OwnPrivacyController_looks: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            asMe: boolean;
                            /** Format: date-time */
                            at: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            reason: "account" | "identity" | "money" | "contract" | "privacy" | "other";
                            /** @enum {string} */
                            role: "support" | "support_lead" | "moderator" | "mediator" | "mediator_lead" | "finance_maker" | "finance_checker" | "compliance" | "compliance_lead" | "auditor" | "superadmin" | "break_glass";
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ProposalsController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aiAssisted: boolean;
                        answers: string[];
                        attachments: {
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            name: string;
                            sha256: string;
                            size: number;
                            /** @enum {string} */
                            state: "ready" | "checking";
                            url: string;
                        }[];
                        /** Format: uuid */
                        contractId: string | null;
                        coverLetter: string;
                        days: number;
                        /** Format: date-time */
                        decidedAt: string | null;
                        declineNote: string | null;
                        /** @enum {string|null} */
                        declineReason: "budget" | "skills" | "timing" | "chose_another" | "other" | null;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        jobId: string;
                        jobTitle: string;
                        milestones: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            days: number;
                            title: string;
                        }[];
                        provider: {
                            avatarUrl: string | null;
                            completedContracts: number;
                            country: string | null;
                            headline: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            rating: number | null;
                            reviews: number;
                            skills: string[];
                            slug: string;
                            timeZone: string | null;
                        };
                        /** @enum {string} */
                        status: "sent" | "viewed" | "shortlisted" | "declined" | "withdrawn" | "accepted";
                        /** Format: date-time */
                        submittedAt: string;
                        total: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        /** Format: date-time */
                        viewedAt: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ProposalsController_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    aiAssisted: boolean;
                    answers: string[];
                    attachments: string[];
                    coverLetter: string;
                    milestones: {
                        amount: {
                            amountMinor: string;
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                        };
                        days: number;
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ProposalsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    ProposalsController_mine: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: "sent" | "viewed" | "shortlisted" | "declined" | "withdrawn" | "accepted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            aiAssisted: boolean;
                            answers: string[];
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                name: string;
                                sha256: string;
                                size: number;
                                /** @enum {string} */
                                state: "ready" | "checking";
                                url: string;
                            }[];
                            /** Format: uuid */
                            contractId: string | null;
                            coverLetter: string;
                            days: number;
                            /** Format: date-time */
                            decidedAt: string | null;
                            declineNote: string | null;
                            /** @enum {string|null} */
                            declineReason: "budget" | "skills" | "timing" | "chose_another" | "other" | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            jobId: string;
                            jobTitle: string;
                            milestones: {
                                amount: {
                                    amountMinor: string;
                                    /** @enum {string} */
                                    currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                                };
                                days: number;
                                title: string;
                            }[];
                            provider: {
                                avatarUrl: string | null;
                                completedContracts: number;
                                country: string | null;
                                headline: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                rating: number | null;
                                reviews: number;
                                skills: string[];
                                slug: string;
                                timeZone: string | null;
                            };
                            /** @enum {string} */
                            status: "sent" | "viewed" | "shortlisted" | "declined" | "withdrawn" | "accepted";
                            /** Format: date-time */
                            submittedAt: string;
                            total: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            viewedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    LogController_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                milestoneId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        event: {
                            /** Format: uuid */
                            eventId: string;
                            hash: string;
                            raw: string;
                            /** Format: date-time */
                            recordedAt: string;
                            stream: string;
                            type: string;
                            version: number;
                        };
                        previous: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    SearchController_jobs: {
        parameters: {
            query?: {
                after?: string;
                budgetMax?: number;
                budgetMin?: number;
                category?: string;
                limit?: number;
                q?: string;
                skills?: string;
                sort?: "relevance" | "newest" | "budget";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        corrected: string | null;
                        facets: {
                            category: {
                                count: number;
                                value: string;
                            }[];
                            skills: {
                                count: number;
                                value: string;
                            }[];
                        };
                        items: {
                            budget: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            category: "web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support";
                            client: {
                                country: string | null;
                                name: string;
                                rating: number | null;
                            };
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            proposals: number;
                            /** Format: date-time */
                            publishedAt: string;
                            skills: string[];
                            title: string;
                            why: {
                                /** @enum {string} */
                                factor: "text" | "skills" | "recency" | "client";
                                share: number;
                            }[];
                        }[];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    SearchController_suggest: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        categories: ("web" | "mobile" | "data" | "design" | "writing" | "translation" | "marketing" | "video" | "finance" | "legal" | "engineering" | "support")[];
                        jobs: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        skills: string[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    TextsController_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answersTo: string | null;
                        isStopped: boolean;
                        quiet: {
                            /** @enum {string} */
                            from: "00:00" | "00:30" | "01:00" | "01:30" | "02:00" | "02:30" | "03:00" | "03:30" | "04:00" | "04:30" | "05:00" | "05:30" | "06:00" | "06:30" | "07:00" | "07:30" | "08:00" | "08:30" | "09:00" | "09:30" | "10:00" | "10:30" | "11:00" | "11:30" | "12:00" | "12:30" | "13:00" | "13:30" | "14:00" | "14:30" | "15:00" | "15:30" | "16:00" | "16:30" | "17:00" | "17:30" | "18:00" | "18:30" | "19:00" | "19:30" | "20:00" | "20:30" | "21:00" | "21:30" | "22:00" | "22:30" | "23:00" | "23:30";
                            isOn: boolean;
                            /** @enum {string} */
                            to: "00:00" | "00:30" | "01:00" | "01:30" | "02:00" | "02:30" | "03:00" | "03:30" | "04:00" | "04:30" | "05:00" | "05:30" | "06:00" | "06:30" | "07:00" | "07:30" | "08:00" | "08:30" | "09:00" | "09:30" | "10:00" | "10:30" | "11:00" | "11:30" | "12:00" | "12:30" | "13:00" | "13:30" | "14:00" | "14:30" | "15:00" | "15:30" | "16:00" | "16:30" | "17:00" | "17:30" | "18:00" | "18:30" | "19:00" | "19:30" | "20:00" | "20:30" | "21:00" | "21:30" | "22:00" | "22:30" | "23:00" | "23:30";
                        };
                        timeZone: string;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    WalletController_wallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balances: {
                            available: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            held: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            inEscrow: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        }[];
                        upcoming: {
                            /** Format: uuid */
                            contractId: string;
                            /** Format: uuid */
                            milestoneId: string;
                            net: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            releaseAt: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    WalletController_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            at: string;
                            balance: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            bucket: "available" | "held";
                            /** Format: uuid */
                            contractId: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "deposit" | "escrow_funded" | "client_fee" | "client_tax" | "escrow_released" | "payout_held" | "payout_paid" | "payout_returned" | "refund" | "escrow_refunded" | "client_fee_returned" | "client_tax_returned" | "chargeback" | "chargeback_returned" | "receivable_offset" | "goodwill" | "adjustment" | "adjustment_reversed";
                            /** Format: uuid */
                            milestoneId: string | null;
                            reference: string;
                        };
                        event: {
                            /** Format: uuid */
                            eventId: string;
                            hash: string;
                            raw: string;
                            /** Format: date-time */
                            recordedAt: string;
                            stream: string;
                            type: string;
                            version: number;
                        };
                        /** Format: uuid */
                        journalId: string;
                        legs: {
                            account: string;
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                        }[];
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    WalletController_statement: {
        parameters: {
            query?: {
                after?: string;
                currency?: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                from?: string;
                kind?: "deposit" | "escrow_funded" | "client_fee" | "client_tax" | "escrow_released" | "payout_held" | "payout_paid" | "payout_returned" | "refund" | "escrow_refunded" | "client_fee_returned" | "client_tax_returned" | "chargeback" | "chargeback_returned" | "receivable_offset" | "goodwill" | "adjustment" | "adjustment_reversed";
                limit?: number;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** Format: date-time */
                            at: string;
                            balance: {
                                amountMinor: string;
                                /** @enum {string} */
                                currency: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                            };
                            /** @enum {string} */
                            bucket: "available" | "held";
                            /** Format: uuid */
                            contractId: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "deposit" | "escrow_funded" | "client_fee" | "client_tax" | "escrow_released" | "payout_held" | "payout_paid" | "payout_returned" | "refund" | "escrow_refunded" | "client_fee_returned" | "client_tax_returned" | "chargeback" | "chargeback_returned" | "receivable_offset" | "goodwill" | "adjustment" | "adjustment_reversed";
                            /** Format: uuid */
                            milestoneId: string | null;
                            reference: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
    WalletController_csv: {
        parameters: {
            query?: {
                after?: string;
                currency?: "INR" | "USD" | "EUR" | "GBP" | "AED" | "EGP" | "JPY" | "KWD";
                from?: string;
                kind?: "deposit" | "escrow_funded" | "client_fee" | "client_tax" | "escrow_released" | "payout_held" | "payout_paid" | "payout_returned" | "refund" | "escrow_refunded" | "client_fee_returned" | "client_tax_returned" | "chargeback" | "chargeback_returned" | "receivable_offset" | "goodwill" | "adjustment" | "adjustment_reversed";
                limit?: number;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, with a code that never changes (RFC 9457). */
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
