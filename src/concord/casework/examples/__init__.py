"""Example authorities, plainly marked as such: invented people and children, real records.

Every entry comes from an act through the same door as a person's, at a past moment in working
hours. The scripts ask the protocol what each step needs, so they work under any protocol.
"""
