"""A town's story whose every message passes a proxy that holds it against the schemas."""

import fixture
from contract import Contract, Refused
from meddler import Meddler


def recorded(story):
    """The story's class of tests, with everything that its programs and the coordinator say to each other checked.

    Only the founding and the first joins are made before the proxy stands; the classes below join once more through it.
    """

    class Recorded(story):
        @classmethod
        def setUpClass(cls):
            super().setUpClass()
            cls.held, cls.refused = Contract(), []
            cls.meddler = cls.enterClassContext(Meddler(cls.town, cls.pass_on))
            cls.enterClassContext(fixture.environment(cls.meddler.environment))

        @classmethod
        def pass_on(cls, request):
            reply = request.forward()
            cls.look(lambda: cls.held.request(request.path, request.body.decode()))
            cls.look(lambda: cls.held.reply(request.path, reply.status, reply.body.decode()))
            return reply.raw()

        @classmethod
        def look(cls, act):
            try:
                act()
            except Refused as error:
                cls.refused.append(str(error))

        @classmethod
        def tearDownClass(cls):
            if cls.refused:
                raise AssertionError(f"{len(cls.refused)} messages are not what the schemas say:\n" + "\n".join(cls.refused[:20]))
            super().tearDownClass()

    Recorded.__name__ = Recorded.__qualname__ = "Recorded" + story.__name__
    return Recorded
