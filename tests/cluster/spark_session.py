"""One Spark session that answers each line of JSON with a line of JSON.

    {"sql": "SELECT 1"}       -> {"rows": [[1]]}, or {"error": "…"}
    {"set": {"name": "1"}}    -> {}  variables of the scripts and settings of the session
    {"ask": "stages"}         -> {"stages": […]}  what the stages of all jobs did so far

Arguments: the master, then settings as name=value.
"""

import json
import os
import shutil
import sys

import pyspark
from pyspark.sql import SparkSession


def start(master, settings):
    builder = SparkSession.builder.master(master)
    for setting in settings:
        name, _, value = setting.partition("=")
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def stages(session):
    store = session.sparkContext._jsc.sc().statusStore()
    defaults = [getattr(store, f"stageList$default${at}")() for at in (2, 3, 4)]
    found = store.stageList(None, *defaults, session.sparkContext._jvm.java.util.ArrayList())
    return [
        {
            "id": stage.stageId(),
            "tasks": stage.numCompleteTasks(),
            "failedTasks": stage.numFailedTasks(),
            "shuffleBytes": stage.shuffleWriteBytes(),
            "shuffleRows": stage.shuffleWriteRecords(),
        }
        for stage in (found.apply(at) for at in range(found.size()))
    ]


def answer(session, asked):
    if "set" in asked:
        for name, value in asked["set"].items():
            session.conf.set(name, value)
        return {}
    if "ask" in asked:
        return {"stages": stages(session)}
    return {"rows": [list(row) for row in session.sql(asked["sql"]).collect()]}


def main():
    session = start(sys.argv[1], sys.argv[2:])
    print(json.dumps({"ready": session.version}), flush=True)
    for line in sys.stdin:
        try:
            told = answer(session, json.loads(line))
        except Exception as error:  # what Spark refuses is an answer, too
            told = {"error": str(error)}
        print(json.dumps(told, default=str), flush=True)
    # Where the workers of a local cluster leave the files and logs of their executors.
    work = os.path.join(os.path.dirname(pyspark.__file__), "work", session.sparkContext.applicationId)
    session.stop()
    shutil.rmtree(work, ignore_errors=True)


main()
