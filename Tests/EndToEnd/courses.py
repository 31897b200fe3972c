"""The courses between a decree and the start, as the rules find them missing."""

from fixture import commands

HOURS = 20


def attend(town, receiving, home, transfer, nip, provider):
    """Whoever goes attends at a provider what the post asks for beyond the card; nothing where no gate waits for it."""
    receiving.sync()
    shown = receiving.one("transfer", transfer)
    if "training" not in shown["openGates"]:
        return
    standard = receiving.one("vacancy", shown["vacancy"])["standard"]["levels"]
    card = town.card(home, nip)
    cards = home.run("", commands.card_list())["cards"]
    held = next(one for one in cards if one["id"] == card)["competences"]["levels"]
    for competence, level in sorted(standard.items()):
        if held.get(competence, level) < level:
            course, _ = receiving.decide("", commands.training_require(
                shown["offer"], competence, level, HOURS, provider.name))
            provider.sync()
            provider.decide("", commands.training_confirm(course, HOURS, town.day))
    receiving.sync()
