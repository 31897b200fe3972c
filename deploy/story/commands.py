"""Every command line that the story runs, without --json: one place to correct when a command changes."""


def _options(**values):
    """Options that have a value, in the order given; a list repeats its option, True is a flag."""
    line = []
    for name, value in values.items():
        option = "--" + name.rstrip("_").replace("_", "-")
        if value is True:
            line.append(option)
        elif isinstance(value, (list, tuple)):
            for one in value:
                line += [option, str(one)]
        elif value is not None and value is not False:
            line += [option, str(value)]
    return line


# mutasi-lab

def city(folder, agencies, people, seed, today):
    return ["city"] + _options(out=folder, agencies=agencies, people=people, seed=seed, today=today)


# The coordinator and the desk

def init(region, name, desk, desk_name, desk_name_en, day, url, ca):
    return ["init"] + _options(
        region=region, name=name, bkd=desk, bkd_name=desk_name, bkd_name_en=desk_name_en, day=day, trial=True,
        url=url, ca=ca)


def serve(certificate, key, port, port_file):
    return ["serve"] + _options(certificate=certificate, key=key, port=port, port_file=port_file)


def day_advance(to):
    return ["day", "advance"] + _options(to=to)


def verify():
    return ["verify"]


def agency_add(code, name, name_en):
    return ["agency", "add", code, name] + _options(name_en=name_en)


def invite(agency, registry):
    return ["invite", agency] + _options(registry=registry)


def invite_replacing(agency, node):
    return ["invite", agency] + _options(replace=node)


def node_list():
    return ["node", "list"]


def carry(file, out):
    return ["carry", file] + _options(out=out)


def policy_check(folder):
    return ["policy", "check", folder]


def policy_apply(folder):
    return ["policy", "apply", folder]


def offer_decide(offer, reason):
    return ["offer", "decide", offer] + _options(proceed=True, reason=reason)


def document_issue(type_, number, date, signer, standing, lines=(), struck=()):
    return ["document", "issue", "--no-conflict"] + _options(
        type=type_, number=number, date=date, signer=signer, standing=standing, line=lines, struck=struck)


# Every node

def join(invitation, ca):
    return ["join", invitation] + _options(ca=ca)


def join_export(invitation, file):
    return ["join", invitation] + _options(export=file)


def join_import(file):
    return ["join"] + _options(import_=file)


def rejoin(invitation):
    return ["rejoin", invitation]


def rejoin_export(invitation, file):
    return ["rejoin", invitation] + _options(export=file)


def rejoin_import(file):
    return ["rejoin"] + _options(import_=file)


def backup(file):
    return ["backup", file]


def restore(file, check=False, even_if_newer=False):
    return ["restore", file] + _options(check=check, even_if_newer=even_if_newer)


def outbox_list():
    return ["outbox", "list"]


def outbox_release(*operations):
    return ["outbox", "release", *operations] + ([] if operations else ["--all"])


def outbox_withdraw(operation):
    return ["outbox", "withdraw", operation]


def outbox_export(file):
    return ["outbox", "export", file]


def outbox_import(file):
    return ["outbox", "import", file]


def notice_list():
    return ["notice", "list"]


def sync():
    return ["sync"]


def status():
    return ["status"]


def todo():
    return ["todo"]


def staff_import(folder, accept_good_rows=False, bad_rows=None):
    return ["staff", "import", folder] + _options(accept_good_rows=accept_good_rows, bad_rows=bad_rows)


def staff_list(former=False):
    return ["staff", "list"] + _options(former=former)


def staff_show(nip):
    return ["staff", "show", nip]


def staff_sheet(nip, vacancy):
    return ["staff", "sheet", nip, "--vacancy", vacancy]


def card_open(nip):
    return ["card", "open", nip]


def card_list(pool=False):
    return ["card", "list"] + _options(pool=pool)


def vacancy_open(
        post, unit, route, seats=1, return_=None, need=None, holders=None, mode=None, open_until=None, freed_by=None,
        overlap=False):
    return ["vacancy", "open"] + _options(
        post=post, unit=unit, route=route, seats=seats, return_=return_, need=need, holders=holders, mode=mode,
        open_until=open_until, freed_by=freed_by, overlap=overlap)


def vacancy_rank(vacancy, order, passed_over):
    """`passed_over` has a reason for each offer."""
    return ["vacancy", "rank", vacancy] + _options(
        order=order, pass_over=[f"{offer}={reason}" for offer, reason in passed_over.items()])


def vacancy_open_from(file):
    return ["vacancy", "open"] + _options(from_=file)


def vacancy_edit(vacancy, seats=None, open_until=None):
    return ["vacancy", "edit", vacancy] + _options(seats=seats, open_until=open_until)


def vacancy_withdraw(vacancy, reason, anyway=False):
    return ["vacancy", "withdraw", vacancy] + _options(reason=reason, anyway=anyway)


def request_file(card, route, letter_date, **wishes):
    return ["request", "file"] + _options(card=card, route=route, letter_date=letter_date, **wishes)


def request_answer(request, word, date, reason):
    return ["request", "answer", request, word] + _options(date=date, reason=reason)


def standby_post(card, route, months, days):
    return ["standby", "post"] + _options(card=card, route=route, months=",".join(map(str, months)), days=days)


def standby_call(standby, vacancy, start, return_, number, date, signer, standing, opinions, reason=None):
    """`opinions` has a number for each opinion of the route; `reason` is for what nobody published of the unit that lends."""
    return ["standby", "call", standby, "--no-conflict"] + _options(
        vacancy=vacancy, start=start, return_=return_, number=number, date=date, signer=signer, standing=standing,
        reason=reason, opinion=[f"{code}={number}" for code, number in opinions.items()])


def round_open(file):
    return ["round", "open", file]


def round_candidates(round_):
    return ["round", "candidates", round_]


def round_fill(round_, start):
    return ["round", "fill", round_, "--yes"] + _options(start=start)


def round_lines(round_, add=()):
    return ["round", "lines", round_] + _options(add=add)


def round_freeze(round_, to):
    return ["round", "freeze", round_] + _options(to=to)


def round_change(round_, line, ordered, reason, offer=None):
    """Without an offer the line is struck."""
    return ["round", "change", round_] + _options(
        line=line, offer=offer, strike=offer is None, ordered=ordered, reason=reason)


def round_undo(round_, change, reason):
    return ["round", "undo", round_] + _options(change=change, reason=reason)


def round_close(round_, results):
    return ["round", "close", round_] + _options(result=[f"{code}={number}" for code, number in results.items()])


def vacancy_list(all_=False):
    return ["vacancy", "list"] + _options(all_=all_)


def vacancy_show(vacancy):
    return ["vacancy", "show", vacancy]


def match(vacancy):
    return ["match", vacancy]


def match_person(nip):
    return ["match"] + _options(person=nip)


def offer_propose(card, vacancy, start, return_=None, after=(), request=None):
    return ["offer", "propose"] + _options(
        card=card, vacancy=vacancy, start=start, return_=return_, after=after, request=request)


def offer_ask(card, vacancy, start, return_=None):
    return ["offer", "ask"] + _options(card=card, vacancy=vacancy, start=start, return_=return_)


def offer_agree(offer):
    return ["offer", "agree", offer]


def offer_counter(offer, start, return_=None):
    return ["offer", "counter", offer] + _options(start=start, return_=return_)


def offer_disclose(offer):
    return ["offer", "disclose", offer]


def package_open(*offers):
    return ["package", "open", *offers]


def package_exchange(first, second, route, start):
    return ["package", "exchange", first, second] + _options(route=route, start=start)


def package_withdraw(package):
    return ["package", "withdraw", package]


def package_decide(package, how, reason, remove=(), add=()):
    return ["package", "decide", package, how] + _options(remove=remove, add=add, reason=reason)


def offer_list(all_=False):
    return ["offer", "list"] + _options(all_=all_)


def offer_show(offer):
    return ["offer", "show", offer]


def training_require(offer, competence, level, hours, provider):
    return ["training", "require", offer] + _options(
        competence=competence, level=level, hours=hours, provider=provider)


def training_confirm(training, hours, date):
    return ["training", "confirm", training] + _options(hours=hours, date=date)


def training_list():
    return ["training", "list"]


def transfer_brief(transfer, date):
    return ["transfer", "brief", transfer] + _options(date=date)


def transfer_handover(transfer, date):
    return ["transfer", "handover", transfer] + _options(date=date)


def transfer_step(transfer, step, date):
    return ["transfer", "step", transfer, step] + _options(date=date)


def transfer_extend(transfer, return_, number=None, date=None):
    return ["transfer", "extend", transfer] + _options(return_=return_, number=number, date=date)


def transfer_recall(transfer, date, reason):
    return ["transfer", "recall", transfer] + _options(date=date, reason=reason)


def transfer_note(transfer, text):
    return ["transfer", "note", transfer] + _options(text=text)


def transfer_object(transfer, received, filed, number, text):
    return ["transfer", "object", transfer] + _options(received=received, filed=filed, number=number, text=text)


def transfer_decide(transfer, word, number=None, date=None, reason=None):
    return ["transfer", "decide", transfer, word] + _options(number=number, date=date, reason=reason)


def transfer_start(transfer, date, number):
    return ["transfer", "start", transfer] + _options(date=date, number=number)


def transfer_show(transfer):
    return ["transfer", "show", transfer]


def conflict_list():
    return ["conflict", "list"]


def conflict_show(conflict):
    return ["conflict", "show", conflict]


def conflict_resolve(conflict, keep):
    return ["conflict", "resolve", conflict] + _options(keep=keep)


def offer_open(card, vacancy, start):
    return ["offer", "open"] + _options(card=card, vacancy=vacancy, start=start)


def card_check(card, route, vacancies=(), seat=False):
    return ["card", "check", card] + _options(route=route, vacancy=vacancies, seat=seat)


def changed_lines(cards):
    """What a document adds when it puts another card in an offer's place: `cards` has one for each offer."""
    return _options(changed=[f"{offer}:{card}" for offer, card in cards.items()])


def semester_report(from_, to, html=None):
    return ["report", "semester", from_, to] + _options(html=html)


def proposal_show(proposal):
    return ["proposal", "show", proposal]


def proposal_confirm(proposal):
    return ["proposal", "confirm", proposal]


def behalf(agency, number, date, signer, standing, act):
    """An act of an agency as its letter says it."""
    return ["behalf", agency] + _options(letter=number, letter_date=date, signer=signer, standing=standing) + ["--", *act]


def transfer_list():
    return ["transfer", "list"]


def request_show(request):
    return ["request", "show", request]


def package_show(package):
    return ["package", "show", package]


def round_show(round_):
    return ["round", "show", round_]


def round_report(round_):
    return ["round", "report", round_]


def round_print(round_, html=None):
    return ["round", "print", round_] + _options(html=html)


def document_print(document, html, extract=None):
    return ["document", "print", document] + _options(extract=extract, html=html)


def offer_refuse(offer, reason):
    return ["offer", "refuse", offer] + _options(reason=reason)


def offer_close(offer, reason):
    return ["offer", "decide", offer] + _options(close=True, reason=reason)


def offer_ask_with(card, vacancy, start, request=None, after=()):
    """Asks for somebody on a request of the person's own, or with what the start waits for."""
    return ["offer", "ask"] + _options(card=card, vacancy=vacancy, start=start, request=request, after=after)


def offer_person(offer, word, letter, date, scan=None):
    return ["offer", "person", offer, word] + _options(letter=letter, date=date, scan=scan)
