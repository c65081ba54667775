"""What is claimed, and who says so: records, their reading from YAML, and checks across them."""

from ecosystem.catalogue.checks import INTEGRITY, all_rules, check_catalogue, load_catalogue
from ecosystem.catalogue.dates import PartialDate, certainly_before, valid_on
from ecosystem.catalogue.reading import catalogue_folder, did_you_mean, read_catalogue
from ecosystem.catalogue.records import Bilingual, Catalogue, Citation, Node, Reference, Relation, Vocabulary

__all__ = [
    "INTEGRITY",
    "Bilingual",
    "Catalogue",
    "Citation",
    "Node",
    "PartialDate",
    "Reference",
    "Relation",
    "Vocabulary",
    "all_rules",
    "catalogue_folder",
    "certainly_before",
    "check_catalogue",
    "did_you_mean",
    "load_catalogue",
    "read_catalogue",
    "valid_on",
]
