import type { FastifyInstance, FastifyReply } from 'fastify';
import { hold } from '../faults/faults';
import { originOf, sendPage } from '../page/page';
import type { OrderBehaviour } from '../razorpay/entities';
import { Refusal } from '../razorpay/refusal';
import { bankPage } from './bank-page';
import { bankCode, isSettled, type Checkout, type Step } from './checkout';
import { choose, isChosen } from './choose';
import { payPage } from './pay-page';
import { errorPage, lostPage, returnPage, waitPage } from './other-pages';
import type { Form, Visit } from './visit';

interface Here {
  Params: { visit: string };
  Querystring: { failed?: string };
}
interface There {
  Params: { visit: string; payment: string };
}

const root = '/razorpay/v1/checkout';

/** The hosted pages between the merchant's form and the merchant's callback. */
export function checkoutRoutes(app: FastifyInstance, checkout: Checkout): void {
  app.setErrorHandler((error: Error, _request, reply) => {
    const status = error instanceof Refusal ? error.status : 500;
    return sendPage(reply, errorPage(status, error.message));
  });
  app.post<{ Body: Form | null }>(`${root}/embedded`, ({ body }, reply) =>
    reply.redirect(`${root}/${checkout.open(body ?? {}).id}`, 303),
  );
  app.get<Here>(`${root}/:visit`, ({ params, query }, reply) => {
    const { visit, file } = checkout.visit(params.visit);
    const settled = checkout.settled(visit);
    if (settled) return reply.redirect(path(visit, 'return', settled.id), 303);
    const failed = query.failed ? checkout.payment(visit, query.failed) : undefined;
    return sendPage(reply, payPage({ visit, file, failed, form: {}, mistakes: {} }));
  });
  app.post<Here & { Body: Form | null }>(`${root}/:visit/pay`, async (request, reply) => {
    const { visit, file } = checkout.visit(request.params.visit);
    const form = request.body ?? {};
    const chosen = choose(form, visit, checkout.clock.now());
    if (!isChosen(chosen)) {
      return sendPage(reply, payPage({ visit, file, form, mistakes: chosen, failed: undefined }));
    }
    checkout.behave(visit, readBehaviour(form));
    const step = checkout.pay(visit, chosen);
    if (step.to === 'silence') await hold(request, step.holdMs);
    return go(reply, visit, step);
  });
  bankRoutes(app, checkout);
  endRoutes(app, checkout);
}

function bankRoutes(app: FastifyInstance, checkout: Checkout): void {
  app.get<There>(`${root}/:visit/bank/:payment`, ({ params }, reply) => {
    const { visit } = checkout.visit(params.visit);
    const payment = checkout.payment(visit, params.payment);
    if (isSettled(payment)) return reply.redirect(path(visit, 'return', payment.id), 303);
    return sendPage(reply, bankPage(visit, payment));
  });
  app.post<There & { Body: Form | null }>(`${root}/:visit/bank/:payment`, (request, reply) => {
    const { visit } = checkout.visit(request.params.visit);
    const payment = checkout.payment(visit, request.params.payment);
    const { answer, code } = request.body ?? {};
    const isRefused = answer === 'no';
    if (payment.method === 'card' && !isRefused && code?.trim() !== bankCode) {
      return sendPage(reply, bankPage(visit, payment, 'This is not the code that we sent you.'));
    }
    return go(reply, visit, checkout.answer(payment, !isRefused));
  });
}

function endRoutes(app: FastifyInstance, checkout: Checkout): void {
  app.get<There>(`${root}/:visit/wait/:payment`, ({ params }, reply) => {
    const { visit } = checkout.visit(params.visit);
    const payment = checkout.payment(visit, params.payment);
    if (isSettled(payment)) return reply.redirect(path(visit, 'return', payment.id), 303);
    if (payment.status === 'failed') return go(reply, visit, { to: 'failed', payment });
    return sendPage(reply, waitPage(visit, payment));
  });
  app.get<There>(`${root}/:visit/lost/:payment`, ({ params }, reply) => {
    const { visit } = checkout.visit(params.visit);
    return sendPage(reply, lostPage(visit, checkout.payment(visit, params.payment)));
  });
  app.get<There>(`${root}/:visit/return/:payment`, ({ params }, reply) => {
    const { visit } = checkout.visit(params.visit);
    const payment = checkout.payment(visit, params.payment);
    if (!isSettled(payment)) return reply.redirect(`${root}/${visit.id}`, 303);
    const page = returnPage(visit, payment, checkout.receipt(payment));
    const formTargets = [visit.callbackUrl, visit.cancelUrl].flatMap((url) => originOf(url) ?? []);
    return sendPage(reply, { ...page, formTargets });
  });
}

function go(reply: FastifyReply, visit: Visit, step: Step): FastifyReply {
  if (step.to === 'failed' || step.to === 'silence') {
    return reply.redirect(`${root}/${visit.id}?failed=${step.payment.id}`, 303);
  }
  return reply.redirect(path(visit, step.to, step.payment.id), 303);
}

function path(visit: Visit, page: string, payment: string): string {
  return `${root}/${visit.id}/${page}/${payment}`;
}

/** The fold "What the webhooks do" at the foot of the page. */
function readBehaviour(form: Form): OrderBehaviour {
  const [copies, seconds] = [Number(form['duplicate'] ?? 0), Number(form['delay'] ?? 0)];
  return {
    ...(copies > 0 ? { duplicate: Math.min(copies, 20) } : {}),
    ...(seconds > 0 ? { delayMs: Math.min(seconds, 3_600) * 1000 } : {}),
    ...(form['outOfOrder'] ? { outOfOrder: true } : {}),
    ...(form['drop'] ? { drop: true } : {}),
  };
}
