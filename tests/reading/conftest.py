"""Trees of the renderer's tests are read back here."""

import sys
from pathlib import Path

# sample_trees and sample_plans
sys.path.append(str(Path(__file__).resolve().parent.parent / "rendering"))
